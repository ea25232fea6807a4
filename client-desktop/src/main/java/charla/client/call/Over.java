package charla.client.call;

import java.util.Optional;

/**
 * A call has ended, and how stands there for a while.
 *
 * @param device that answered instead of this one; empty for every other ending
 */
public record Over(Line line, Ending ending, String device) implements CallState {
  @Override
  public Step on(CallEvent event) {
    return switch (event) {
      case CallEvent.Dismiss _, CallEvent.TimeUp _ -> Step.to(new Idle());
      default -> CallState.begin(this, event);
    };
  }

  @Override
  public Optional<Line> current() {
    return Optional.of(line);
  }

  @Override
  public boolean isFree() {
    return true;
  }

  @Override
  public boolean isWrong() {
    return ending.failed();
  }
}
