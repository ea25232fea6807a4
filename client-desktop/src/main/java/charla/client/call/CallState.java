package charla.client.call;

import charla.protocol.Call;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import java.util.Optional;

/**
 * Where a device stands with its one call. Pure: an event gives the next state and what is to be
 * done. What a state does not expect changes nothing.
 */
public sealed interface CallState permits Idle, Dialing, Ringing, Connecting, Talking, Over {
  Step on(CallEvent event);

  /** The call there is, or has just been. */
  default Optional<Line> current() {
    return Optional.empty();
  }

  /** Whether nothing stands in the way of another call. */
  default boolean isFree() {
    return false;
  }

  /** Whether it is not as both want it: the path is broken, or something failed. */
  default boolean isWrong() {
    return false;
  }

  /** Somebody calls, or is being called: the two ways out of having no call. */
  static Step begin(CallState from, CallEvent event) {
    return switch (event) {
      case CallEvent.Dial(var id, var peer) -> Dialing.start(new Line(id, peer, Media.Role.CALLER));
      case CallEvent.Told told when told.part() == Part.CALLEE && isUnanswered(told.call()) ->
          Ringing.start(told.call());
      default -> Step.ignored(from);
    };
  }

  /** The call is over and this is how it is said. */
  static Step over(Line line, Ending ending) {
    return over(new Over(line, ending, ""));
  }

  /** Another device of this person was quicker. */
  static Step elsewhere(Line line, Call call) {
    String device = Optional.ofNullable(call.answeredOn()).orElse("");
    return over(new Over(line, Ending.ELSEWHERE, device));
  }

  private static Step over(Over over) {
    return Step.to(
        over,
        new Effect.Close(),
        new Effect.Play(over.ending().sound()),
        new Effect.Arm(over.ending().shownFor()));
  }

  /** The call is over, and there is nothing to say about it. */
  static Step gone() {
    return Step.to(new Idle(), new Effect.Close(), new Effect.Silence());
  }

  static Effect end(Line line, CallReason reason) {
    return new Effect.Leave(line.id(), new ClientFrame.EndCall(line.id(), reason));
  }

  static boolean isUnanswered(Call call) {
    return call.state() == Call.State.DIALING || call.state() == Call.State.RINGING;
  }

  static boolean isAnswered(Call call) {
    return call.state() == Call.State.CONNECTING || call.state() == Call.State.ACTIVE;
  }
}
