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
import javafx.scene.Node;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Where the library for audio does not load, people write to each other all the same. */
class NoLibraryTest {
  @TempDir Path folder;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void chatWorksAndCallSaysWhyItDoesNot() {
    try (TestServer server = TestServer.in(folder.resolve("server"));
        TwoPeople both =
            TwoPeople.open(
                folder,
                server.inviteLink(),
                Pace.AT_ONCE,
                List.of(NoLibraryTest::withoutLibrary, FakeEquipment::make))) {
      both.register();
      both.ana().talksTo("ben");

      Node call = both.ana().sees("#call-peer");
      Awaitility.await().until(() -> both.ana().asks(stage -> call.isDisabled()));
      assertThat(both.ana().<String>asks(stage -> call.getAccessibleText()))
          .startsWith("Calls do not work ");
      both.ana().writes("I cannot call you");
      both.ben().opensNewestChat();
      both.ben().reads("I cannot call you");
    }
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
