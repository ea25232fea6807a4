package charla.client.call;

import charla.protocol.Call;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.Signal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Both want to talk, and look for a path. This end opens once the server has confirmed that this
 * device has the call, and has named what helps to find a path.
 *
 * @param confirmed false from Accept until the server says that this device was the first
 * @param early what came before this end was opened
 * @param opened whether this end is open
 * @param held whether the other one, who has a path already, has put this one on hold
 */
public record Connecting(
    Line line, boolean confirmed, Early early, boolean opened, Own own, boolean held)
    implements CallState {
  /** The person here has pressed Accept. */
  static Step accept(Line line) {
    return Step.to(
        new Connecting(line, false, Early.NOTHING, false, Own.OPEN, false),
        answer(line),
        new Effect.Play(Ringer.Sound.CLICK),
        new Effect.Arm(Timer.PATH));
  }

  /** The other one has pressed Accept. */
  static Step confirmed(Line line, Early early) {
    return new Connecting(line, true, early, false, Own.OPEN, false)
        .openWhenReady()
        .then(new Effect.Play(Ringer.Sound.CLICK), new Effect.Arm(Timer.PATH));
  }

  /**
   * This device called just when it was called: that was its yes. It knows of this call only now,
   * so it asks for what it may have missed.
   */
  static Step answered(Call theirs, Early early) {
    return confirmed(new Line(theirs.id(), theirs.caller(), Media.Role.CALLEE), early)
        .then(new Effect.Resume());
  }

  @Override
  public Step on(CallEvent event) {
    return switch (event) {
      case CallEvent.AboutOne other when !other.id().equals(line.id()) -> Step.ignored(this);
      case CallEvent.Told told when told.call().id().equals(line.id()) -> told(told);
      case CallEvent.Relay relay when !opened ->
          with(early.relay(relay.iceServers())).openWhenReady();
      case CallEvent.Heard(var _, Signal.Hold hold) ->
          Step.to(new Connecting(line, confirmed, early, opened, own, hold.held()));
      case CallEvent.Heard heard -> heard(heard.signal());
      case CallEvent.Says says when opened -> Step.to(this, new Effect.Say(says.signal()));
      case CallEvent.PathFound _ when opened -> Talking.start(line, own, held);
      case CallEvent.PathFailed _ when opened -> Step.to(this, new Effect.RestartIce());
      case CallEvent.Mute _, CallEvent.Unmute _ -> own(own.after((CallEvent.ByPerson) event));
      case CallEvent.HangUp _ ->
          CallState.over(line, Ending.COMPLETED).then(CallState.end(line, CallReason.COMPLETED));
      case CallEvent.TimeUp _ ->
          CallState.over(line, Ending.NO_PATH).then(CallState.end(line, CallReason.ICE_FAILED));
      // Too late to answer, which the server says to this device only, or not just now.
      case CallEvent.Refused refused when !confirmed ->
          refused.code().retryable() ? Ringing.ring(line) : CallState.over(line, Ending.COMPLETED);
      case CallEvent.Online _ ->
          confirmed
              ? Step.to(this, new Effect.Resume())
              : Step.to(this, answer(line), new Effect.Resume());
      default -> Step.ignored(this);
    };
  }

  @Override
  public Optional<Line> current() {
    return Optional.of(line);
  }

  private Step told(CallEvent.Told told) {
    return switch (told.state()) {
      case DIALING, RINGING -> Step.to(this);
      case CONNECTING, ACTIVE -> answered(told);
      case ENDED -> CallState.over(line, told.ending());
    };
  }

  private Step answered(CallEvent.Told told) {
    if (told.part() == Part.ANSWERED_ELSEWHERE) {
      return CallState.elsewhere(line, told.call());
    }
    return confirmed
        ? Step.to(this)
        : new Connecting(line, true, early, false, own, held).openWhenReady();
  }

  private Step heard(Signal signal) {
    return opened ? Step.to(this, new Effect.Hear(signal)) : Step.to(with(early.heard(signal)));
  }

  private Step own(Own now) {
    Connecting next = new Connecting(line, confirmed, early, opened, now, held);
    return opened ? Step.to(next, new Effect.Voice(now)) : Step.to(next);
  }

  private Step openWhenReady() {
    if (!confirmed || early.relay().isEmpty()) {
      return Step.to(this);
    }
    Stream<Effect> kept = early.signals().stream().map(Effect.Hear::new);
    List<Effect> open =
        List.of(
            new Effect.Open(line.id(), line.role(), early.relay().get()), new Effect.Voice(own));
    return Step.to(new Connecting(line, true, Early.NOTHING, true, own, held))
        .then(Stream.concat(open.stream(), kept).toList());
  }

  private Connecting with(Early now) {
    return new Connecting(line, confirmed, now, opened, own, held);
  }

  private static Effect answer(Line line) {
    return new Effect.Send(new ClientFrame.AcceptCall(line.id()));
  }
}
