package charla.server.call;

import charla.protocol.UserId;
import charla.server.refusal.RateLimit;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast one person may call and signal, over all their devices: far above what any client does.
 *
 * @param starts calls to be begun
 * @param frames all other frames about calls
 */
record CallPace(RateLimit<UserId> starts, RateLimit<UserId> frames) {
  static CallPace usual(LongSupplier nanoTime) {
    return new CallPace(
        new RateLimit<>(30, Duration.ofSeconds(1), nanoTime),
        new RateLimit<>(300, Duration.ofMillis(20), nanoTime));
  }
}
