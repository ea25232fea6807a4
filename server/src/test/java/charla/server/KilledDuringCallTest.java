package charla.server;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.ServerFrame;
import charla.server.web.TestClient;
import charla.server.web.TestLive;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The audio goes past the server, so a call outlives its process, and is hung up with the next. */
@Timeout(120)
class KilledDuringCallTest {
  private final CallId id = CallId.random(new SecureRandom());
  @TempDir Path folder;

  private static Call next(TestLive live, Call.State state) {
    Call call;
    do {
      call = live.next(ServerFrame.CallChanged.class).call();
    } while (call.state() != state);
    return call;
  }

  private void talk(TestLive anas, TestLive bobs, TestClient bob) {
    anas.send(new ClientFrame.StartCall(id, bob.userId()));
    next(bobs, Call.State.DIALING);
    bobs.send(new ClientFrame.AcceptCall(id));
    next(bobs, Call.State.CONNECTING);
    bobs.send(new ClientFrame.CallConnected(id));
    next(anas, Call.State.ACTIVE);
  }

  @Test
  void c5AServerThatIsKilledTakesTheCallUpAgainAndItIsHungUpOnce() throws Exception {
    TestClient ana;
    TestClient bob;
    ConversationId conversation;
    try (ServerProcess first = ServerProcess.plain(folder)) {
      URI uri = first.uri();
      ana = new TestClient(uri);
      bob = new TestClient(uri);
      ana.register("ana");
      bob.register("bob");
      conversation = ana.conversationWith(bob);
      talk(ana.live(), bob.live(), bob);
      first.kill();
    }

    try (ServerProcess second = ServerProcess.plain(folder)) {
      URI uri = second.uri();
      try (TestClient anaAgain = ana.at(uri);
          TestClient bobAgain = bob.at(uri)) {
        TestLive bobs = bobAgain.live();
        TestLive anas = anaAgain.live();
        bobs.send(new ClientFrame.ResumeCall(id, 0));
        anas.send(new ClientFrame.ResumeCall(id, 0));
        assertThat(next(bobs, Call.State.ACTIVE).id()).isEqualTo(id);
        anas.next(ServerFrame.CallRelay.class);
        anas.send(new ClientFrame.EndCall(id, CallReason.COMPLETED));

        assertThat(next(bobs, Call.State.ENDED).reason()).isEqualTo(CallReason.COMPLETED);
        bobs.next(ServerFrame.NewMessage.class);
        assertThat(log(bobAgain, conversation))
            .extracting(message -> Objects.requireNonNull(message.call()).callId())
            .containsExactly(id);
      }
    }
    ana.close();
    bob.close();
  }

  private static List<Message> log(TestClient client, ConversationId conversation) {
    return client
        .get("/conversations/" + conversation + "/messages")
        .as(Bodies.Messages.class)
        .messages();
  }
}
