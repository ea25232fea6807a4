package charla.client.call;

import charla.protocol.Call;
import charla.protocol.ClientFrame;
import java.util.Optional;

/** Somebody calls, and this device rings. */
public record Ringing(Line line) implements CallState {
  static Step start(Call call) {
    return ring(new Line(call.id(), call.caller(), Media.Role.CALLEE));
  }

  /** Also when the answer could not be taken: it may be given once more. */
  static Step ring(Line line) {
    return Step.to(
        new Ringing(line),
        rings(line),
        new Effect.Play(Ringer.Sound.RING),
        new Effect.Arm(Timer.ANSWER));
  }

  @Override
  public Step on(CallEvent event) {
    return switch (event) {
      case CallEvent.AboutOne other when !other.id().equals(line.id()) -> Step.ignored(this);
      case CallEvent.Told told when told.call().id().equals(line.id()) -> told(told);
      case CallEvent.Accept _ -> Connecting.accept(line);
      // To call back who is calling is to answer.
      case CallEvent.Dial dial when dial.peer().id().equals(line.peer().id()) ->
          Connecting.accept(line);
      // To call somebody else is to ignore who is calling.
      case CallEvent.Dial dial ->
          Dialing.start(new Line(dial.id(), dial.peer(), Media.Role.CALLER));
      case CallEvent.Decline _ ->
          CallState.gone()
              .then(new Effect.Leave(line.id(), new ClientFrame.DeclineCall(line.id())));
      case CallEvent.Ignore _, CallEvent.TimeUp _ -> CallState.gone();
      // A server that cannot take a word just now has not ended the call.
      case CallEvent.Refused refused when !refused.code().retryable() -> CallState.gone();
      case CallEvent.Online _ -> Step.to(this, rings(line), new Effect.Resume());
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
      case CONNECTING, ACTIVE ->
          // Nobody here has said yes, so nothing opens even if the server says it was here.
          told.part() == Part.ANSWERED_ELSEWHERE
              ? CallState.elsewhere(line, told.call())
              : Step.ignored(this);
      case ENDED -> CallState.gone();
    };
  }

  private static Effect rings(Line line) {
    return new Effect.Send(new ClientFrame.CallRinging(line.id()));
  }
}
