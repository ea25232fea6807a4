package charla.client.call;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Notices that somebody talks while they are muted; says so once in twenty seconds. */
final class MutedTalk {
  private static final double VOICE = 0.12;
  private static final Duration PAUSE = Duration.ofSeconds(20);

  private @Nullable Instant last;

  /**
   * @param level of the own microphone, 0 to 1
   */
  boolean isNew(boolean muted, double level, Instant now) {
    boolean talks = muted && level >= VOICE;
    if (!talks || (last != null && Duration.between(last, now).compareTo(PAUSE) < 0)) {
      return false;
    }
    last = now;
    return true;
  }
}
