package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a client says about itself counts for nothing. */
class ForgeryTest extends ServerCase {
  @Test
  void z3SenderNumberTimeAndStatusComeFromTheSessionAndTheServer() {
    TestClient ana = server().register("ana");
    TestClient bob = server().register("bob");
    ConversationId conversation = ana.conversationWith(bob);
    TestLive live = ana.live();
    Instant before = Instant.now().minus(Duration.ofSeconds(1));

    live.sendText(
        """
        {"type":"sendMessage","clientId":"%s","conversationId":"%s","content":"hi",
         "id":"ffffffffffffffffffffffff","fromUser":"%s","userId":"%s","seq":99,
         "createdAt":"1999-01-01T00:00:00Z","status":"read","sessionId":"%s"}\
        """
            .formatted(
                "0".repeat(32), conversation, bob.userId(), bob.userId(), bob.session().id()));

    Message message = live.next(ServerFrame.MessageAccepted.class).message();
    assertThat(message.fromUser()).isEqualTo(ana.userId());
    assertThat(message.toUser()).isEqualTo(bob.userId());
    assertThat(message.seq()).isEqualTo(1);
    assertThat(message.status()).isEqualTo(Message.Status.SENT);
    assertThat(message.createdAt()).isBetween(before, Instant.now().plusSeconds(1));
    assertThat(message.id().value()).isNotEqualTo("f".repeat(24));
  }

  @Test
  void z3WhoForgesAnAddressIsCountedUnderTheirOwn() {
    TestClient client = server().client();

    for (int i = 0; i < 20; i++) {
      client.send(
          client
              .request("/sessions")
              .header("X-Forwarded-For", "10.0.0." + i)
              .header("Forwarded", "for=10.0.0." + i)
              .POST(TestClient.json(new Bodies.SignIn("nobody" + i, "wrong password", "d"))));
    }

    assertThat(client.post("/sessions", new Bodies.SignIn("ana", "wrong password", "d")).status())
        .isEqualTo(429);
  }

  @Test
  void z4AReceiptIsAlwaysForOneself() {
    TestClient ana = server().register("ana");
    TestClient bob = server().register("bob");
    ConversationId conversation = ana.conversationWith(bob);
    TestLive live = ana.live();
    live.say(conversation, "hi");

    live.sendText(
        """
        {"type":"read","conversationId":"%s","seq":1,"userId":"%s"}\
        """
            .formatted(conversation, bob.userId()));

    assertThat(live.next(ServerFrame.Receipt.class).userId()).isEqualTo(ana.userId());
    assertThat(bob.get("/conversations/" + conversation + "/messages").body())
        .contains("\"status\":\"sent\"");
  }
}
