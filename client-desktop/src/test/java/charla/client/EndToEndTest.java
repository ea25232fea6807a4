package charla.client;

import static org.assertj.core.api.Assertions.assertThat;

import charla.server.CharlaServer;
import charla.server.ServerConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Two real desktop apps and a real server with its own TLS, as people use them. */
class EndToEndTest {
  private static final int CHEAP_HASHING = 4;
  private static final String PASSWORD = "correct horse battery";

  @TempDir Path folder;
  private CharlaServer server;

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
    try (Person ana = opens("ana");
        Person eva = opens("eva")) {
      ana.registers("ana", "Ana Ruiz", PASSWORD);
      eva.registers("eva", "Eva Sanz", PASSWORD);
      ana.talksTo("eva");

      ana.writes("Did the parcel arrive?");
      eva.opensNewestChat();
      eva.reads("Did the parcel arrive?");
      eva.writes("Yes! Photo coming");
      ana.reads("Yes! Photo coming");

      assertThat(
              ana.<java.util.Set<javafx.scene.Node>>asks(
                  stage -> stage.getScene().getRoot().lookupAll(".state-failed")))
          .isEmpty();
    }
  }

  @Test
  void whatIsWrittenWhileTheServerIsAwayArrivesOnceItIsBack() {
    try (Person ana = opens("ana");
        Person eva = opens("eva")) {
      ana.registers("ana", "Ana Ruiz", PASSWORD);
      eva.registers("eva", "Eva Sanz", PASSWORD);
      ana.talksTo("eva");
      ana.writes("first");
      eva.opensNewestChat();
      eva.reads("first");

      int port = server.port();
      server.close();
      ana.sees("#banner");
      ana.writes("written offline one");
      ana.writes("written offline two");
      server = start(port);

      eva.reads("written offline two");
      assertThat(eva.log(3)).containsExactly("first", "written offline one", "written offline two");
    }
  }

  @Test
  void aSessionThatWasKeptOpensWithoutAPasswordAndWithItsMessages() {
    try (Person ana = opens("ana");
        Person eva = opens("eva")) {
      ana.registers("ana", "Ana Ruiz", PASSWORD);
      eva.registers("eva", "Eva Sanz", PASSWORD);
      ana.talksTo("eva");
      ana.writes("remember this");
      eva.opensNewestChat();
      eva.reads("remember this");
    }
    server.close();

    try (Person ana = opens("ana")) {
      ana.opensNewestChat();
      ana.reads("remember this");
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
    try (Person ana = Person.opensApp(folder.resolve("ana"), "localhost:" + server.port())) {
      ana.type("#username", "nobody");
      ana.type("#password", "wrong wrong wrong");
      ana.click("#submit");
      ana.reads(server.authority().orElseThrow().words().getFirst());

      ana.click("#trust");

      ana.reads("Wrong user name or password.");
    }
  }

  private Person opens(String name) {
    return Person.opensApp(
        folder.resolve(name),
        "charla://localhost:" + server.port() + "/?ca=" + server.authority().orElseThrow());
  }

  private CharlaServer start(int port) {
    return CharlaServer.start(
        ServerConfig.parse(
            Map.of(),
            "--data-dir",
            folder.resolve("server").toString(),
            "--listen",
            "127.0.0.1",
            "--port",
            Integer.toString(port)),
        CHEAP_HASHING);
  }
}
