package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import charla.protocol.Bodies;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Message;
import charla.protocol.ServerFrame;
import charla.protocol.Signal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls through real sockets and a real store; the rules are tried with the broker alone. */
class CallsOverTheWireTest {
  private final CallId id = CallId.random(new SecureRandom());
  private TestServer server;
  private TestClient ana;
  private TestClient bob;
  private ConversationId conversation;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = TestServer.start(folder);
    ana = server.register("ana");
    bob = server.register("bob");
    conversation = ana.conversationWith(bob);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Call next(TestLive live, Call.State state) {
    Call call;
    do {
      call = live.next(ServerFrame.CallChanged.class).call();
    } while (call.state() != state);
    return call;
  }

  /** Bob has answered; both have been told where paths may be found. */
  private void answer(TestLive anas, TestLive bobs) {
    anas.send(new ClientFrame.StartCall(id, bob.userId()));
    next(bobs, Call.State.DIALING);
    bobs.send(new ClientFrame.CallRinging(id));
    next(anas, Call.State.RINGING);
    bobs.send(new ClientFrame.AcceptCall(id));
    anas.next(ServerFrame.CallRelay.class);
    bobs.next(ServerFrame.CallRelay.class);
  }

  @Test
  void aCallIsRungAnsweredSignalledHungUpAndWrittenDown() {
    try (TestLive anas = ana.live();
        TestLive bobs = bob.live()) {
      answer(anas, bobs);
      anas.send(new ClientFrame.CallSignal(id, 1, new Signal.Hold(true)));
      assertThat(bobs.next(ServerFrame.CallSignal.class).fromSession())
          .isEqualTo(ana.session().id());
      bobs.send(new ClientFrame.CallConnected(id));
      next(anas, Call.State.ACTIVE);
      anas.send(new ClientFrame.EndCall(id, CallReason.COMPLETED));

      assertThat(next(bobs, Call.State.ENDED).reason()).isEqualTo(CallReason.COMPLETED);
      Message line = bobs.next(ServerFrame.NewMessage.class).message();
      assertThat(line.call()).isNotNull();
      assertThat(line.conversationId()).isEqualTo(conversation);
      assertThat(ana.get("/calls").as(Bodies.Calls.class).calls())
          .extracting(Call::id, Call::answeredOn)
          .containsExactly(tuple(id, bob.session().device()));
    }
  }

  @Test
  void c5WhoseConnectionBreaksResumesAndHangsUp() {
    try (TestLive anas = ana.live()) {
      TestLive bobs = bob.live();
      answer(anas, bobs);
      bobs.close();
      anas.send(new ClientFrame.CallSignal(id, 1, new Signal.Hold(true)));

      try (TestLive again = bob.live()) {
        again.send(new ClientFrame.ResumeCall(id, 0));
        assertThat(again.next(ServerFrame.CallSignal.class).n()).isEqualTo(1);
        again.send(new ClientFrame.EndCall(id, CallReason.COMPLETED));
        assertThat(next(anas, Call.State.ENDED).reason()).isEqualTo(CallReason.COMPLETED);
      }
    }
  }

  @Test
  void c10AMissedCallWaitsForTheNextSignInAndIsUnread() {
    try (TestLive anas = ana.live()) {
      anas.send(new ClientFrame.StartCall(id, bob.userId()));
      next(anas, Call.State.DIALING);
      anas.send(new ClientFrame.EndCall(id, CallReason.CANCELLED));
      anas.next(ServerFrame.NewMessage.class);
    }

    assertThat(bob.get("/calls").as(Bodies.Calls.class).calls())
        .extracting(Call::reason)
        .containsExactly(CallReason.UNREACHABLE);
    assertThat(bob.get("/conversations").as(Bodies.Conversations.class).conversations())
        .allSatisfy(c -> assertThat(c.unread()).isEqualTo(1));
  }

  @Test
  void c15ABlockedCallersLineTellsTheCallerNothing() {
    bob.ask("PUT", "/blocks/" + ana.userId(), BodyPublishers.noBody());
    try (TestLive anas = ana.live();
        TestLive bobs = bob.live()) {
      anas.send(new ClientFrame.StartCall(id, bob.userId()));
      anas.send(new ClientFrame.EndCall(id, CallReason.CANCELLED));

      assertThat(line(anas).reason()).isEqualTo(CallReason.UNREACHABLE);
      assertThat(line(bobs).reason()).isEqualTo(CallReason.NOT_ALLOWED);
    }
    assertThat(lastLine(ana).reason()).isEqualTo(CallReason.UNREACHABLE);
    assertThat(lastLine(bob).reason()).isEqualTo(CallReason.NOT_ALLOWED);
    assertThat(bob.get("/calls").as(Bodies.Calls.class).calls()).isEmpty();
  }

  private static CallLine line(TestLive live) {
    return Objects.requireNonNull(live.next(ServerFrame.NewMessage.class).message().call());
  }

  private CallLine lastLine(TestClient person) {
    return Objects.requireNonNull(
        person
            .get("/conversations/" + conversation + "/messages")
            .as(Bodies.Messages.class)
            .messages()
            .getLast()
            .call());
  }

  @Test
  void aRefusedFrameNamesItsCall() {
    try (TestLive anas = ana.live()) {
      ServerFrame.Rejected rejected = anas.refused(new ClientFrame.AcceptCall(id));

      assertThat(rejected.callId()).isEqualTo(id);
      assertThat(rejected.code()).isEqualTo(ErrorCode.NOT_FOUND);
    }
  }

  @Test
  void aCallThatLivesCannotBeHidden() {
    try (TestLive anas = ana.live();
        TestLive bobs = bob.live()) {
      answer(anas, bobs);

      assertThat(ana.ask("DELETE", "/calls/" + id, BodyPublishers.noBody()).status())
          .isEqualTo(400);
    }
  }
}
