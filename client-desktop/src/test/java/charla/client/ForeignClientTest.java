package charla.client;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.session.TestServer;
import charla.server.foreign.ChatClient;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import tools.jackson.databind.JsonNode;

/** The desktop app and a client of another make, written in Node, on one server over TLS. */
class ForeignClientTest {
  @TempDir Path folder;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void messagesGoBothWaysAndBothKnowHowFarTheyCame() throws Exception {
    try (TestServer server = TestServer.in(folder.resolve("server"));
        ChatClient ben = ChatClient.connected(server.inviteLink(), "ben");
        Person ana = Person.opensApp(folder.resolve("ana"), server.inviteLink())) {
      ana.registers("ana", "Ana Ruiz", "seven green bicycles");
      ana.talksTo("ben");
      ana.writes("Did the parcel arrive?");

      JsonNode heard = ben.await("message");
      assertThat(heard.path("content").asString()).isEqualTo("Did the parcel arrive?");
      ana.sees(".state-delivered");
      String chat = heard.path("conversationId").asString();
      ben.read(chat, 1);
      ana.sees(".state-read");

      ana.looks();
      ben.send(chat, "Yes! Photo coming");
      ana.reads("Yes! Photo coming");
      ben.await("receipt", receipt -> receipt.path("read").asLong() == 2);
    }
  }
}
