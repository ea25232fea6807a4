package charla.client.call;

import charla.client.net.Scheduler;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** The waiting of the call that there is. One thread only, that of the scheduler's tasks. */
final class Timers {
  private final Scheduler scheduler;
  private final Consumer<Timer> up;
  private final Map<Timer, Waiting> waiting = new EnumMap<>(Timer.class);

  /** A task that is under way when it is cancelled finds that it is not the one any more. */
  private final class Waiting implements Runnable {
    private final Timer timer;
    private final Scheduler.Planned planned;

    Waiting(Timer timer) {
      this.timer = timer;
      this.planned = scheduler.after(timer.after(), this);
    }

    @Override
    public void run() {
      if (waiting.remove(timer, this)) {
        up.accept(timer);
      }
    }
  }

  /**
   * @param scheduler runs its tasks on the thread that calls this
   */
  Timers(Scheduler scheduler, Consumer<Timer> up) {
    this.scheduler = scheduler;
    this.up = up;
  }

  void arm(Timer timer) {
    disarm(timer);
    waiting.put(timer, new Waiting(timer));
  }

  void disarm(Timer timer) {
    Waiting before = waiting.remove(timer);
    if (before != null) {
      before.planned.cancel();
    }
  }

  void disarmAll() {
    waiting.values().forEach(each -> each.planned.cancel());
    waiting.clear();
  }
}
