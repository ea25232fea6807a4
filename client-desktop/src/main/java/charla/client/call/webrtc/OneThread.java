package charla.client.call.webrtc;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread on which one thing is done after the other. What is given to it after its end is left
 * undone.
 */
final class OneThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OneThread.class);
  private static final long CLOSE_SECONDS = 3;

  private final ScheduledThreadPoolExecutor executor;

  OneThread(String name) {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().name(name).daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  void run(Runnable task) {
    executor.execute(() -> runLogged(task));
  }

  /** Ends what repeats. */
  interface Repeating {
    void end();
  }

  Repeating every(Duration time, Runnable task) {
    var planned =
        executor.scheduleWithFixedDelay(
            () -> runLogged(task), 0, time.toMillis(), TimeUnit.MILLISECONDS);
    return () -> planned.cancel(false);
  }

  /** Finishes what was given so far, if it can; nobody waits for it. */
  void leave() {
    executor.shutdown();
  }

  /** Finishes what was given so far. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("audio did not end in time");
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void runLogged(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.error("audio failed at a step and goes on", e);
    }
  }
}
