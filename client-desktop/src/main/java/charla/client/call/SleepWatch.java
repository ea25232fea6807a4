package charla.client.call;

import charla.client.net.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Notices that the computer slept: the clock on the wall went on, and nothing else did. */
final class SleepWatch {
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration LATE = Duration.ofSeconds(20);

  private final Scheduler scheduler;
  private final InstantSource wall;
  private final Runnable slept;
  private Scheduler.Planned next = () -> {};

  SleepWatch(Scheduler scheduler, InstantSource wall, Runnable slept) {
    this.scheduler = scheduler;
    this.wall = wall;
    this.slept = slept;
  }

  void start() {
    next.cancel();
    Instant before = wall.instant();
    next = scheduler.after(EVERY, () -> look(before));
  }

  void stop() {
    next.cancel();
  }

  private void look(Instant before) {
    start();
    if (Duration.between(before, wall.instant()).compareTo(EVERY.plus(LATE)) > 0) {
      slept.run();
    }
  }
}
