package charla.client.net;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a running app. Closing waits, a few seconds at most, for what is being written.
 */
public final class AppThreads implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AppThreads.class);
  private static final int CLOSE_SECONDS = 5;

  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("disk").daemon().factory());
  private final ExecutorService io =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("io-", 0).factory());
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("timer").daemon().factory());
  private final Threads threads;

  public AppThreads(Executor fx) {
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    threads =
        new Threads(
            fx,
            disk,
            io,
            (delay, task) -> {
              Future<?> planned = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
              return () -> planned.cancel(false);
            });
  }

  public Threads threads() {
    return threads;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    io.shutdownNow();
    disk.shutdown();
    try {
      if (!disk.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("something was still being written when the app ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
