package charla.client.net;

import java.time.Duration;

/** Does something later. Safe for any thread; the task runs on a thread of the scheduler's. */
@FunctionalInterface
public interface Scheduler {
  /** Stops what was planned, if it has not begun. */
  @FunctionalInterface
  interface Planned {
    void cancel();
  }

  Planned after(Duration delay, Runnable task);
}
