package charla.client.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** How long the call that there is has lasted since its answer. FX thread only. */
public final class CallClock {
  private final InstantSource steady;
  private @Nullable Instant answered;
  private @Nullable Instant ended;
  private @Nullable Instant broken;

  /**
   * @param steady never jumps, whatever happens to the time of day
   */
  public CallClock(ObservableValue<CallState> state, InstantSource steady) {
    this.steady = steady;
    state.addListener((o, was, is) -> changed(is));
  }

  /** From the answer until now, or until the end; empty without an answer. */
  public Optional<Duration> talked() {
    return Optional.ofNullable(answered).map(from -> Duration.between(from, last()));
  }

  /** Since when there is no path; zero while there is. */
  public Duration broken() {
    return broken == null ? Duration.ZERO : Duration.between(broken, steady.instant());
  }

  private Instant last() {
    return ended == null ? steady.instant() : ended;
  }

  private void changed(CallState now) {
    switch (now) {
      case Idle _, Dialing _, Ringing _ -> {
        answered = null;
        ended = null;
        broken = null;
      }
      case Connecting connecting -> {
        if (connecting.confirmed() && answered == null) {
          answered = steady.instant();
        }
      }
      case Talking talking -> {
        if (talking.path() == Talking.Path.GOOD) {
          broken = null;
        } else if (broken == null) {
          broken = steady.instant();
        }
      }
      case Over _ -> ended = steady.instant();
    }
  }
}
