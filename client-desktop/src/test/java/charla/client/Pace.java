package charla.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How fast a person acts.
 *
 * @param key between two letters
 * @param thought before writing, sending and clicking
 * @param talk how long a call lasts
 */
public record Pace(Duration key, Duration thought, Duration talk) {
  /** For tests: nobody watches. */
  public static final Pace AT_ONCE = new Pace(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));

  /** So that somebody who watches can follow. */
  public static final Pace HUMAN =
      new Pace(Duration.ofMillis(65), Duration.ofMillis(1100), Duration.ofSeconds(6));

  void betweenKeys() {
    pass(key);
  }

  /** The time in which something is read or decided. */
  public void think() {
    pass(thought);
  }

  private static void pass(Duration time) {
    new CompletableFuture<Void>()
        .completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
