package charla.server.chat;

import charla.protocol.Limits;
import charla.protocol.UserId;
import charla.server.refusal.RateLimit;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How fast one person may send messages and typing hints, over all their devices. */
record Pace(RateLimit<UserId> sending, RateLimit<UserId> typing) {
  static Pace usual(LongSupplier nanoTime) {
    return new Pace(
        new RateLimit<>(30, Duration.ofMillis(100), nanoTime),
        new RateLimit<>(5, Duration.ofNanos(Limits.TYPING_EVERY.toNanos() / 2), nanoTime));
  }
}
