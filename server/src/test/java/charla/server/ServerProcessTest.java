package charla.server;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.ClientFrame;
import charla.protocol.ClientId;
import charla.protocol.CloseCode;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.ServerFrame;
import charla.server.web.TestClient;
import charla.server.web.TestLive;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping, with real processes and real signals. */
@Timeout(120)
class ServerProcessTest {
  @TempDir Path folder;

  @Test
  void d16TerminatedItSaysGoodByeKeepsWhatItAcknowledgedAndExitsWithZero() throws Exception {
    List<Message> acknowledged = new ArrayList<>();
    ConversationId conversation;
    try (ServerProcess server = ServerProcess.plain(folder)) {
      URI uri = server.uri();
      try (TestClient ana = new TestClient(uri);
          TestClient bob = new TestClient(uri)) {
        ana.register("ana");
        bob.register("bob");
        conversation = ana.conversationWith(bob);
        TestLive bobs = bob.live();
        TestLive anas = ana.live();
        send(anas, conversation, 30);
        Message first = anas.next(ServerFrame.MessageAccepted.class).message();

        server.terminate();

        assertThat(bobs.closeCode()).isEqualTo(CloseCode.SERVICE_RESTART);
        assertThat(anas.closeCode()).isEqualTo(CloseCode.SERVICE_RESTART);
        acknowledged.add(first);
        anas.rest(ServerFrame.MessageAccepted.class).forEach(a -> acknowledged.add(a.message()));
        assertThat(server.exitCode()).isZero();
      }
    }

    try (ServerProcess again = ServerProcess.plain(folder);
        TestClient ana = new TestClient(again.uri())) {
      ana.signIn("ana");
      assertThat(log(ana, conversation)).containsAll(acknowledged);
    }
  }

  @Test
  void d18StartedTwiceTheSecondExitsWithASentenceAndTheFirstGoesOn() throws Exception {
    try (ServerProcess first = ServerProcess.plain(folder);
        TestClient ana = new TestClient(first.uri());
        ServerProcess second = ServerProcess.plain(folder)) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.errors())
          .contains("Another Charla server is running on " + folder)
          .doesNotContain("Exception");
      ana.register("ana");
    }
  }

  @Test
  void d18AfterAKillTheFolderIsFree() throws Exception {
    try (ServerProcess first = ServerProcess.plain(folder);
        TestClient ana = new TestClient(first.uri())) {
      ana.register("ana");
      first.kill();
    }

    try (ServerProcess next = ServerProcess.plain(folder);
        TestClient ana = new TestClient(next.uri())) {
      ana.signIn("ana");
      assertThat(ana.get("/me").status()).isEqualTo(200);
    }
  }

  /** Without waiting for the answers. */
  private static void send(TestLive live, ConversationId conversation, int count) {
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < count; i++) {
      live.send(new ClientFrame.SendMessage(ClientId.random(random), conversation, "number " + i));
    }
  }

  private static List<Message> log(TestClient client, ConversationId conversation) {
    return client
        .get("/conversations/" + conversation + "/messages?after=0&limit=200")
        .as(Bodies.Messages.class)
        .messages();
  }
}
