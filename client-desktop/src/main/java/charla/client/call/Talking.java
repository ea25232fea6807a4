package charla.client.call;

import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.Signal;
import java.util.Optional;

/**
 * The two hear each other, or did until the path broke.
 *
 * @param held whether the other one has put this one on hold
 */
public record Talking(Line line, Path path, Own own, boolean held) implements CallState {
  /** How the path is. */
  public enum Path {
    GOOD,
    /** The computer slept: nobody knows. */
    DOUBTED,
    BROKEN
  }

  static Step start(Line line, Own own, boolean held) {
    return Step.to(
        new Talking(line, Path.GOOD, own, held),
        connected(line),
        new Effect.Play(Ringer.Sound.CHIME));
  }

  @Override
  public Step on(CallEvent event) {
    return switch (event) {
      case CallEvent.AboutOne other when !other.id().equals(line.id()) -> Step.ignored(this);
      case CallEvent.Told told when told.call().id().equals(line.id()) -> told(told);
      case CallEvent.Heard(var _, Signal.Hold hold) ->
          Step.to(new Talking(line, path, own, hold.held()));
      case CallEvent.Heard heard -> Step.to(this, new Effect.Hear(heard.signal()));
      case CallEvent.Says says -> Step.to(this, new Effect.Say(says.signal()));
      case CallEvent.PathFound _ -> path == Path.GOOD ? Step.to(this) : found();
      case CallEvent.Measured _ -> path == Path.DOUBTED ? found() : Step.to(this);
      case CallEvent.PathBroken _ when path != Path.BROKEN -> broken(Path.BROKEN);
      case CallEvent.Slept _ when path == Path.GOOD -> broken(Path.DOUBTED);
      case CallEvent.PathFailed _ -> failed();
      case CallEvent.TimeUp(Timer timer) -> timeUp(timer);
      case CallEvent.Mute _, CallEvent.Unmute _ -> own(own.after((CallEvent.ByPerson) event));
      case CallEvent.Hold _, CallEvent.Unhold _ -> hold(own.after((CallEvent.ByPerson) event));
      case CallEvent.HangUp _ ->
          CallState.over(line, Ending.COMPLETED).then(CallState.end(line, CallReason.COMPLETED));
      case CallEvent.Online _ -> online();
      case CallEvent.Refused refused when refused.code().retryable() ->
          Step.to(this, new Effect.Arm(Timer.AGAIN));
      default -> Step.ignored(this);
    };
  }

  /** Whether voices go from one to the other at this moment. */
  public boolean isHeard() {
    return path == Path.GOOD && !own.holding() && !held;
  }

  @Override
  public Optional<Line> current() {
    return Optional.of(line);
  }

  @Override
  public boolean isWrong() {
    return path != Path.GOOD;
  }

  private Step told(CallEvent.Told told) {
    return switch (told.state()) {
      case DIALING, RINGING, CONNECTING, ACTIVE -> Step.to(this);
      case ENDED -> CallState.over(line, told.ending());
    };
  }

  private Step timeUp(Timer timer) {
    return switch (timer) {
      case RESTART -> restart();
      case AGAIN -> Step.to(this, connected(line));
      default -> lost();
    };
  }

  private Step found() {
    return Step.to(
        with(Path.GOOD), new Effect.Disarm(Timer.RESTART), new Effect.Disarm(Timer.LOST));
  }

  private Step broken(Path now) {
    Step broken =
        Step.to(
            with(now),
            new Effect.Play(Ringer.Sound.RECONNECTING),
            new Effect.Arm(Timer.RESTART),
            new Effect.Probe());
    // A doubt that becomes certain has waited since it began.
    return path == Path.GOOD ? broken.then(new Effect.Arm(Timer.LOST)) : broken;
  }

  private Step failed() {
    Step broken = path == Path.BROKEN ? Step.to(this) : broken(Path.BROKEN);
    return broken.then(new Effect.RestartIce());
  }

  /** Once is not enough: the first offer may go where nobody hears it. */
  private Step restart() {
    return Step.to(
        this, new Effect.RestartIce(), new Effect.Arm(Timer.RESTART), new Effect.Probe());
  }

  private Step lost() {
    return CallState.over(line, Ending.LOST).then(CallState.end(line, CallReason.LOST));
  }

  private Step own(Own now) {
    return Step.to(new Talking(line, path, now, held), new Effect.Voice(now));
  }

  private Step hold(Own now) {
    return own(now).then(new Effect.Say(new Signal.Hold(now.holding())));
  }

  /**
   * The server may not have heard that they hear each other, and would end the call. The network
   * may be another one: a broken path is looked for anew at once.
   */
  private Step online() {
    Step back = Step.to(this, new Effect.Resume(), connected(line));
    return path == Path.GOOD ? back : back.then(new Effect.RestartIce());
  }

  private static Effect connected(Line line) {
    return new Effect.Send(new ClientFrame.CallConnected(line.id()));
  }

  private Talking with(Path now) {
    return new Talking(line, now, own, held);
  }
}
