package charla.server.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Time that the test moves: what is due is done on the way. The clock on the wall can be put
 * elsewhere. Begins near the end of the range, where sums overflow.
 */
final class HandTime implements Scheduler, LongSupplier, InstantSource {
  private record Waiting(long at, Runnable task) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private long nanos = Long.MAX_VALUE - Duration.ofSeconds(20).toNanos();
  private Instant wall = Instant.parse("2026-03-14T14:02:10.250Z");

  void pass(Duration time) {
    long end = nanos + time.toNanos();
    for (Optional<Waiting> next = due(end); next.isPresent(); next = due(end)) {
      waiting.remove(next.get());
      move(Math.max(0, next.get().at() - nanos));
      next.get().task().run();
    }
    move(end - nanos);
  }

  void putWallClock(Duration by) {
    wall = wall.plus(by);
  }

  /** The server ends: nothing that waits is done. */
  void forgetAll() {
    waiting.clear();
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Waiting added = new Waiting(nanos + delay.toNanos(), task);
    waiting.add(added);
    return () -> waiting.remove(added);
  }

  @Override
  public long getAsLong() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return wall;
  }

  private void move(long by) {
    nanos += by;
    wall = wall.plusNanos(by);
  }

  private Optional<Waiting> due(long end) {
    return waiting.stream()
        .filter(task -> task.at() - end <= 0)
        .min(Comparator.comparingLong(task -> task.at() - end));
  }
}
