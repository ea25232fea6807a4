package charla.client.call;

import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import java.util.Optional;

/** This device calls, and nobody has answered. */
public record Dialing(Line line, Reached reached, Early early) implements CallState {
  /** How far the wish to talk has come. */
  public enum Reached {
    NOBODY,
    SERVER,
    /** A device over there really rings. */
    DEVICE
  }

  static Step start(Line line) {
    return Step.to(
        new Dialing(line, Reached.NOBODY, Early.NOTHING),
        call(line),
        new Effect.Silence(),
        new Effect.Arm(Timer.ANSWER),
        new Effect.Arm(Timer.SERVER));
  }

  public boolean rings() {
    return reached == Reached.DEVICE;
  }

  @Override
  public Step on(CallEvent event) {
    return switch (event) {
      case CallEvent.AboutOne other when !other.id().equals(line.id()) -> Step.ignored(this);
      case CallEvent.Told told when told.call().id().equals(line.id()) -> told(told);
      case CallEvent.Told told when isTheirs(told) -> Connecting.answered(told.call(), early);
      case CallEvent.Relay relay -> Step.to(with(early.relay(relay.iceServers())));
      case CallEvent.Heard heard -> Step.to(with(early.heard(heard.signal())));
      case CallEvent.Refused refused -> CallState.over(line, Ending.of(refused.code()));
      case CallEvent.HangUp _ -> CallState.gone().then(cancel());
      case CallEvent.TimeUp _ -> CallState.over(line, unanswered()).then(cancel());
      // The answer may have come meanwhile, and with it what was said.
      case CallEvent.Online _ -> Step.to(this, call(line), new Effect.Resume());
      default -> Step.ignored(this);
    };
  }

  @Override
  public Optional<Line> current() {
    return Optional.of(line);
  }

  private Step told(CallEvent.Told told) {
    return switch (told.state()) {
      case DIALING -> reached == Reached.NOBODY ? reached(Reached.SERVER) : Step.to(this);
      case RINGING -> rings() ? Step.to(this) : ringing();
      case CONNECTING, ACTIVE -> Connecting.confirmed(line, early);
      case ENDED -> ended(told);
    };
  }

  private Step ringing() {
    return reached(Reached.DEVICE).then(new Effect.Play(Ringer.Sound.RINGBACK));
  }

  private Step reached(Reached now) {
    return Step.to(new Dialing(line, now, early), new Effect.Disarm(Timer.SERVER));
  }

  private Ending unanswered() {
    return reached == Reached.NOBODY ? Ending.OFFLINE : Ending.NO_ANSWER;
  }

  private Step ended(CallEvent.Told told) {
    CallReason reason = told.call().reason();
    return reason == null || reason == CallReason.CANCELLED
        ? CallState.gone()
        : CallState.over(line, Ending.of(reason));
  }

  /** Both called each other at once: the server made one call of the two, and it is theirs. */
  private boolean isTheirs(CallEvent.Told told) {
    return told.part() == Part.ANSWERED_HERE
        && told.call().caller().id().equals(line.peer().id())
        && CallState.isAnswered(told.call());
  }

  private Dialing with(Early now) {
    return new Dialing(line, reached, now);
  }

  private Effect cancel() {
    return CallState.end(line, CallReason.CANCELLED);
  }

  private static Effect call(Line line) {
    return new Effect.Send(new ClientFrame.StartCall(line.id(), line.peer().id()));
  }
}
