package charla.server.web;

import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.server.refusal.RateLimit;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much comes through the door, far above what any client of ours does.
 *
 * @param perAddress requests from one address, signed in or not
 * @param perUser requests of one person
 * @param frames live frames of one person
 * @param scraps control frames and continuations on one connection, of which clients need few
 */
public record Pace(
    RateLimit<String> perAddress,
    RateLimit<UserId> perUser,
    RateLimit<UserId> frames,
    RateLimit<SessionId> scraps) {

  public static Pace usual(LongSupplier nanoTime) {
    return new Pace(
        new RateLimit<>(2_000, Duration.ofMillis(5), nanoTime),
        new RateLimit<>(300, Duration.ofMillis(20), nanoTime),
        new RateLimit<>(600, Duration.ofMillis(10), nanoTime),
        new RateLimit<>(200, Duration.ofMillis(50), nanoTime));
  }
}
