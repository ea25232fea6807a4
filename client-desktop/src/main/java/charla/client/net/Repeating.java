package charla.client.net;

import java.time.Duration;

/** Does something again and again, from its start to its stop. Safe for any thread. */
final class Repeating {
  private final Alarm alarm;
  private final Duration every;
  private final Runnable task;
  private boolean started;

  /**
   * @param task runs on the scheduler's thread, for the first time after one {@code every}
   */
  Repeating(Scheduler scheduler, Duration every, Runnable task) {
    this.alarm = new Alarm(scheduler);
    this.every = every;
    this.task = task;
  }

  synchronized void start() {
    started = true;
    alarm.set(every, this::run);
  }

  synchronized void stop() {
    started = false;
    alarm.cancel();
  }

  private void run() {
    synchronized (this) {
      if (!started) {
        return;
      }
      alarm.set(every, this::run);
    }
    task.run();
  }
}
