package charla.client;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.session.TestServer;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Two real desktop apps and a real server with its own TLS, as people use them. */
class EndToEndTest {
  @TempDir Path folder;
  private TestServer server;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void startServer() {
    server = start(0);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void twoPeopleRegisterAndTalk() {
    try (TwoPeople both = TwoPeople.inTouch(folder, server.inviteLink())) {
      both.ana().writes("Did the parcel arrive?");
      both.ben().opensNewestChat();
      both.ben().reads("Did the parcel arrive?");
      both.ben().writes("Yes! Photo coming");
      both.ana().reads("Yes! Photo coming");

      assertThat(
              both.ana()
                  .<Set<Node>>asks(stage -> stage.getScene().getRoot().lookupAll(".state-failed")))
          .isEmpty();
    }
  }

  @Test
  void whatIsWrittenWhileTheServerIsAwayArrivesOnceItIsBack() {
    try (TwoPeople both = TwoPeople.inTouch(folder, server.inviteLink())) {
      both.ana().writes("first");
      both.ben().opensNewestChat();
      both.ben().reads("first");

      int port = server.address().port();
      server.close();
      both.ana().sees("#banner");
      both.ana().writes("written offline one");
      both.ana().writes("written offline two");
      server = start(port);

      both.ben().reads("written offline two");
      assertThat(both.ben().log(3))
          .containsExactly("first", "written offline one", "written offline two");
    }
  }

  @Test
  void aSessionThatWasKeptOpensWithoutAPasswordAndWithItsMessages() {
    try (TwoPeople both = TwoPeople.inTouch(folder, server.inviteLink())) {
      both.ana().writes("remember this");
      both.ben().opensNewestChat();
      both.ben().reads("remember this");
    }
    server.close();

    try (Person ana = opens("ana")) {
      ana.opensNewestChat();
      ana.reads("remember this");
    }
  }

  @Test
  void theListOfConversationsKeepsItsWidthFromOneStartToTheNext() {
    double first;
    try (TwoPeople both = TwoPeople.inTouch(folder, server.inviteLink())) {
      first = widthOfList(both.ana());
    }

    try (Person ana = opens("ana")) {
      assertThat(widthOfList(ana)).isEqualTo(first);
    }
  }

  @Test
  void aWrongPasswordIsSaidAtTheField() {
    try (Person ana = opens("ana")) {
      ana.type("#username", "nobody");
      ana.type("#password", "wrong wrong wrong");
      ana.click("#submit");

      ana.reads("Wrong user name or password.");
    }
  }

  @Test
  void anUnknownServerIsTrustedOnlyOnceItsWordsWereCompared() {
    try (Person ana = Person.opensApp(folder.resolve("ana"), server.address().toString())) {
      ana.type("#username", "nobody");
      ana.type("#password", "wrong wrong wrong");
      ana.click("#submit");
      ana.reads(server.authority().words().getFirst());

      ana.click("#trust");

      ana.reads("Wrong user name or password.");
    }
  }

  private static double widthOfList(Person person) {
    Node list = person.sees(".chat-list");
    return person.asks(stage -> list.getLayoutBounds().getWidth());
  }

  private Person opens(String name) {
    return Person.opensApp(folder.resolve(name), server.inviteLink());
  }

  private TestServer start(int port) {
    return TestServer.in(folder.resolve("server"), port);
  }
}
