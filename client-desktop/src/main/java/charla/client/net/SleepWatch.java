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

  private final Repeating looking;
  private final InstantSource wall;
  private final Runnable slept;
  private volatile Instant last = Instant.MAX;

  /**
   * @param wall the time of day, which goes on while the computer sleeps
   * @param slept runs on the scheduler's thread, soon after the computer woke
   */
  public SleepWatch(Scheduler scheduler, InstantSource wall, Runnable slept) {
    this.looking = new Repeating(scheduler, EVERY, this::look);
    this.wall = wall;
    this.slept = slept;
  }

  public void start() {
    last = wall.instant();
    looking.start();
  }

  public void stop() {
    looking.stop();
  }

  private void look() {
    Instant before = last;
    last = wall.instant();
    if (Duration.between(before, last).compareTo(EVERY.plus(LATE)) > 0) {
      slept.run();
    }
  }
}
