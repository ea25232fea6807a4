package charla.server.sqlite;

import java.time.Clock;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes ids shaped like MongoDB's ObjectId, as 24 hex digits: 4 bytes of seconds, 5 random ones for
 * this run, a counter of 3. Unique also when the clock jumps; rising within a run while it does
 * not. Not a secret. For any thread.
 */
final class ObjectIds {
  private static final int COUNTER_MASK = 0xff_ffff;

  private final Clock clock;
  private final long run;
  private final AtomicInteger counter = new AtomicInteger();

  ObjectIds(Clock clock, Random random) {
    this.clock = clock;
    this.run = random.nextLong() & 0xff_ffff_ffffL;
  }

  String next() {
    return String.format(
        "%08x%010x%06x",
        (int) clock.instant().getEpochSecond(), run, counter.getAndIncrement() & COUNTER_MASK);
  }
}
