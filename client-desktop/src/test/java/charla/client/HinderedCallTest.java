package charla.client;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.call.Equipment;
import charla.client.call.FakeDevices;
import charla.client.call.FakeEquipment;
import charla.client.call.FakeMedia;
import charla.client.call.FakeRinger;
import charla.client.call.Media;
import charla.client.session.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Where nobody can be called, Call says why, and people write to each other all the same. */
class HinderedCallTest {
  @TempDir Path folder;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void withoutTheLibraryForAudioChatWorksAndCallSaysWhyItDoesNot() {
    try (TestServer server = TestServer.in(folder.resolve("server"));
        TwoPeople both = open(server, HinderedCallTest::withoutLibrary)) {
      both.register();
      both.ana().talksTo("ben");

      assertHindered(both.ana(), "Calls do not work here");
      both.ana().writes("I cannot call you");
      both.ben().opensNewestChat();
      both.ben().reads("I cannot call you");
    }
  }

  @Test
  void aComputerThatCannotTalkLetsAnotherOneOfItsPersonRing() {
    try (TestServer server = TestServer.in(folder.resolve("server"));
        TwoPeople both = open(server, HinderedCallTest::withoutLibrary)) {
      both.register();
      both.ana().talksTo("ben");
      both.ana().writes("hello");
      both.ben().opensNewestChat();
      try (Person laptop = Person.opensApp(folder.resolve("laptop"), server.inviteLink())) {
        laptop.signsIn("ana", TwoPeople.PASSWORD);

        both.benAtThePhone().calls();

        new AtThePhone(laptop, "Ben Ortiz").rings();
        both.benAtThePhone().reads("Ringing…");
        assertThat(both.anaAtThePhone().isRung()).isFalse();
      }
    }
  }

  @Test
  void duringACallNobodyElseIsCalledUntilItIsOver() {
    try (TestServer server = TestServer.in(folder.resolve("server"));
        TwoPeople both = open(server, FakeEquipment::make)) {
      both.register();
      both.ana().talksTo("ben");
      both.anaAtThePhone().calls();
      both.benAtThePhone().rings();

      assertHindered(both.ana(), "You are in a call");
      both.anaAtThePhone().presses("#call-hang-up");
      both.benAtThePhone().ringsNoMore();
      both.anaAtThePhone().calls();
      both.benAtThePhone().rings();
    }
  }

  private TwoPeople open(TestServer server, Supplier<Equipment> anasEquipment) {
    return TwoPeople.open(
        folder, server.inviteLink(), Pace.AT_ONCE, List.of(anasEquipment, FakeEquipment::make));
  }

  private static void assertHindered(Person person, String why) {
    Node call = person.sees("#call-peer");
    Awaitility.await().until(() -> person.asks(stage -> call.isDisabled()));
    assertThat(person.<String>asks(stage -> call.getAccessibleText())).startsWith(why);
  }

  private static Equipment withoutLibrary() {
    return new Equipment(new Unloadable(new FakeMedia()), new FakeDevices(), new FakeRinger());
  }

  /** Media that cannot be had. */
  private record Unloadable(Media media) implements Media {
    @Override
    public void prepare(Consumer<Availability> answer) {
      answer.accept(new Availability.Unavailable(Reason.LIBRARY_DOES_NOT_LOAD));
    }

    @Override
    public Session open(Setup setup, Listener listener) {
      return media.open(setup, listener);
    }

    @Override
    public void close() {
      media.close();
    }
  }
}
