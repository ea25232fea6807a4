package charla.client.net;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a running app. Closing waits, a few seconds at most, for what is being written.
 * What comes after that is dropped: an answer or a frame that crossed the end is nobody's fault.
 */
public final class AppThreads implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AppThreads.class);
  private static final int CLOSE_SECONDS = 5;

  private final ExecutorService disk =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().name("disk").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());
  private final ExecutorService io =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("io-", 0).factory());
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().name("timer").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());
  private final Threads threads;

  public AppThreads(Executor fx) {
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    threads =
        new Threads(
            fx,
            disk,
            this::ask,
            (delay, task) -> {
              Future<?> planned = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
              return () -> planned.cancel(false);
            });
  }

  public Threads threads() {
    return threads;
  }

  private void ask(Runnable request) {
    try {
      io.execute(request);
    } catch (RejectedExecutionException e) {
      LOG.debug("a request came after the end");
    }
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
