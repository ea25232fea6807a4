package charla.client.net;

import java.time.Duration;

/** One task planned at a time: a newer one takes its place. Callers hold their own lock. */
public final class Alarm {
  private final Scheduler scheduler;
  private Scheduler.Planned planned = () -> {};

  public Alarm(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  public void set(Duration delay, Runnable task) {
    planned.cancel();
    planned = scheduler.after(delay, task);
  }

  public void cancel() {
    planned.cancel();
  }
}
