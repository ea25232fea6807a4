package charla.server.sqlite;

import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** How long each of many runs of one thing took, in nanoseconds, the quickest first. */
record Timings(List<Long> nanos) {
  static Timings of(int runs, IntConsumer run) {
    return new Timings(IntStream.range(0, runs).mapToObj(i -> nanosOf(run, i)).sorted().toList());
  }

  private static long nanosOf(IntConsumer run, int number) {
    long start = System.nanoTime();
    run.accept(number);
    return System.nanoTime() - start;
  }

  Duration p99() {
    return Duration.ofNanos(atPercent(99));
  }

  @Override
  public String toString() {
    return "min %.2f ms, median %.2f ms, p99 %.2f ms, max %.2f ms"
        .formatted(
            nanos.getFirst() / 1e6,
            atPercent(50) / 1e6,
            atPercent(99) / 1e6,
            nanos.getLast() / 1e6);
  }

  private long atPercent(int percent) {
    return nanos.get((nanos.size() - 1) * percent / 100);
  }
}
