package charla.server.live;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that the test moves; it begins near the end of the range, where sums overflow. */
final class HandClock implements LongSupplier {
  private long nanos = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public long getAsLong() {
    return nanos;
  }
}
