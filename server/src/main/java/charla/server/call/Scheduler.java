package charla.server.call;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Port: runs something later, by a clock that never jumps. Safe for any thread. */
@FunctionalInterface
public interface Scheduler {
  /**
   * @param task may block; what it throws is its own affair
   */
  Timer after(Duration delay, Runnable task);

  /** Something that was to be done later. */
  @FunctionalInterface
  interface Timer {
    /** It is not begun any more; what has begun goes on. */
    void cancel();
  }

  /**
   * @param timer only says when
   * @param executor runs the tasks, which may block
   */
  static Scheduler of(ScheduledExecutorService timer, Executor executor) {
    return (delay, task) -> {
      Future<?> waiting =
          timer.schedule(() -> executor.execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> waiting.cancel(false);
    };
  }
}
