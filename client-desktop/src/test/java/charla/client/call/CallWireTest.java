package charla.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.net.LinkState;
import charla.client.net.Live;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.ConversationId;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.Signal;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server hears, and is heard of, where it knows less than this device. */
class CallWireTest {
  private static final User ANA = user(1, "ana");
  private static final User EVA = user(2, "eva");
  private static final SessionId HERE = new SessionId("5".repeat(24));
  private static final CallId LEFT = new CallId("a".repeat(24));
  private static final ClientFrame FAREWELL = new ClientFrame.EndCall(LEFT, CallReason.COMPLETED);

  private final List<ClientFrame> sent = new ArrayList<>();
  private final List<Call.State> told = new ArrayList<>();
  private final List<Signal> heard = new ArrayList<>();
  private final CallWire wire = new CallWire(new Sending(), EVA.id(), new Noting());

  @BeforeEach
  void leaveACallWithoutAnAnswer() {
    wire.frame(new ServerFrame.Welcome(EVA.id(), HERE, "one", List.of()));
    wire.frame(changed(1, Call.State.CONNECTING));
    wire.leave(LEFT, FAREWELL);
    told.clear();
  }

  @Test
  void itIsNotTakenUpAgainWhateverElseTheServerSaysOfIt() {
    wire.frame(changed(2, Call.State.ACTIVE));
    assertThat(told).isEmpty();

    wire.frame(changed(3, Call.State.ENDED));
    assertThat(told).containsExactly(Call.State.ENDED);
  }

  @Test
  void theServerHearsOfItsEndBeforeItHearsOfAnotherCall() {
    sent.clear();
    ClientFrame another = new ClientFrame.StartCall(new CallId("b".repeat(24)), ANA.id());

    wire.send(another);

    assertThat(sent).containsExactly(FAREWELL, another);
  }

  @Test
  void whatIsSaidWithoutTheServerComesAfterWhatWasSaidBefore() {
    CallId call = new CallId("b".repeat(24));
    wire.follow(call);
    sent.clear();

    wire.state(new LinkState.Connecting(Instant.EPOCH));
    wire.say(new Signal.Hold(true));
    assertThat(sent).isEmpty();

    wire.state(new LinkState.Online());
    wire.say(new Signal.Hold(false));
    assertThat(sent).isEmpty();

    wire.frame(new ServerFrame.Welcome(EVA.id(), HERE, "one", List.of()));
    wire.resume();
    wire.say(new Signal.CandidatesEnd());
    assertThat(sent)
        .containsExactly(
            FAREWELL,
            new ClientFrame.ResumeCall(call, 0),
            new ClientFrame.CallSignal(call, 1, new Signal.Hold(true)),
            new ClientFrame.CallSignal(call, 2, new Signal.Hold(false)),
            new ClientFrame.CallSignal(call, 3, new Signal.CandidatesEnd()));
  }

  @Test
  void ofTwoHoldsTheOneThatWasSaidLaterCounts() {
    CallId call = new CallId("b".repeat(24));
    wire.follow(call);

    for (long n : new long[] {3, 1, 2, 3, 4}) {
      wire.frame(new ServerFrame.CallSignal(call, HERE, n, new Signal.Hold(n % 2 == 1)));
    }

    assertThat(heard).containsExactly(new Signal.Hold(true), new Signal.Hold(false));
  }

  private static ServerFrame changed(long version, Call.State state) {
    Instant began = Instant.parse("2026-03-14T12:00:00Z");
    boolean ended = state == Call.State.ENDED;
    return new ServerFrame.CallChanged(
        new Call(
            LEFT,
            new ConversationId("c".repeat(24)),
            version,
            state,
            ANA,
            EVA,
            new SessionId("6".repeat(24)),
            HERE,
            "Laptop",
            began,
            began,
            ended ? began : null,
            ended ? CallReason.COMPLETED : null),
        null);
  }

  private static User user(int n, String name) {
    return new User(new UserId("%024x".formatted(n)), new Username(name), name, false, null);
  }

  private final class Noting implements CallWire.Ear {
    @Override
    public void on(CallEvent event) {
      if (event instanceof CallEvent.Heard(CallId _, Signal signal)) {
        heard.add(signal);
      }
    }

    @Override
    public void told(CallEvent.Told now) {
      told.add(now.state());
    }
  }

  private final class Sending implements Live {
    @Override
    public boolean send(ClientFrame frame) {
      return sent.add(frame);
    }

    @Override
    public void start(Listener listener) {}

    @Override
    public void retryNow() {}

    @Override
    public void probe() {}

    @Override
    public void close() {}
  }
}
