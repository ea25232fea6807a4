package charla.server.refusal;

import charla.protocol.ErrorCode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * So many at once for each key, then one every so often: a bucket that refills steadily (the
 * generic cell rate algorithm, one number per key). Keys that are at rest are forgotten. Safe for
 * any thread.
 *
 * @param <K> who is counted: a user, an address
 */
public final class RateLimit<K> {
  private static final int FIRST_CLEANING = 1_000;

  private final long burstNanos;
  private final long eachNanos;
  private final LongSupplier nanoTime;

  /** When the bucket of each key is full again. */
  private final Map<K, Long> fullAt = new ConcurrentHashMap<>();

  private final AtomicInteger cleanAbove = new AtomicInteger(FIRST_CLEANING);

  /**
   * @param burst how many at once, at least 1
   * @param each how long one takes to come back
   * @param nanoTime a clock that never jumps, in nanoseconds
   */
  public RateLimit(int burst, Duration each, LongSupplier nanoTime) {
    this.eachNanos = each.toNanos();
    this.burstNanos = burst * eachNanos;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes one.
   *
   * @throws Refusal {@code rate_limited} with the time to wait, when there is none; nothing is
   *     taken then
   */
  public void take(K key) {
    long now = nanoTime.getAsLong();
    cleanIfMany(now);
    fullAt.compute(
        key,
        (k, stored) -> {
          long from = stored == null || stored - now < 0 ? now : stored;
          long wait = from + eachNanos - now - burstNanos;
          if (wait > 0) {
            throw new Refusal(ErrorCode.RATE_LIMITED, "too many", Duration.ofNanos(wait));
          }
          return from + eachNanos;
        });
  }

  /** Each cleaning doubles the size at which the next one comes, so that cleaning stays cheap. */
  private void cleanIfMany(long now) {
    int limit = cleanAbove.get();
    if (fullAt.size() > limit && cleanAbove.compareAndSet(limit, Integer.MAX_VALUE)) {
      fullAt.values().removeIf(at -> at - now <= 0);
      cleanAbove.set(Math.max(FIRST_CLEANING, 2 * fullAt.size()));
    }
  }
}
