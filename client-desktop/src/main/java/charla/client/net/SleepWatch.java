package charla.client.net;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Notices that the computer slept: the clock on the wall went on, and nothing else did. Safe for
 * any thread.
 */
public final class SleepWatch {
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration LATE = Duration.ofSeconds(20);

  private final Alarm alarm;
  private final InstantSource wall;
  private final Runnable slept;
  private boolean watching;

  /**
   * @param wall the time of day, which goes on while the computer sleeps
   * @param slept runs on the scheduler's thread, soon after the computer woke
   */
  public SleepWatch(Scheduler scheduler, InstantSource wall, Runnable slept) {
    this.alarm = new Alarm(scheduler);
    this.wall = wall;
    this.slept = slept;
  }

  public synchronized void start() {
    watching = true;
    lookLater();
  }

  public synchronized void stop() {
    watching = false;
    alarm.cancel();
  }

  private void lookLater() {
    Instant before = wall.instant();
    alarm.set(EVERY, () -> look(before));
  }

  private void look(Instant before) {
    boolean late = Duration.between(before, wall.instant()).compareTo(EVERY.plus(LATE)) > 0;
    synchronized (this) {
      if (!watching) {
        return;
      }
      lookLater();
    }
    if (late) {
      slept.run();
    }
  }
}
