package charla.client.call;

import charla.client.net.Alarm;
import charla.client.net.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Notices that the computer slept: the clock on the wall went on, and nothing else did. */
final class SleepWatch {
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration LATE = Duration.ofSeconds(20);

  private final Alarm alarm;
  private final InstantSource wall;
  private final Runnable slept;

  SleepWatch(Scheduler scheduler, InstantSource wall, Runnable slept) {
    this.alarm = new Alarm(scheduler);
    this.wall = wall;
    this.slept = slept;
  }

  void start() {
    Instant before = wall.instant();
    alarm.set(EVERY, () -> look(before));
  }

  void stop() {
    alarm.cancel();
  }

  private void look(Instant before) {
    start();
    if (Duration.between(before, wall.instant()).compareTo(EVERY.plus(LATE)) > 0) {
      slept.run();
    }
  }
}
