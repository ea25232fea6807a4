package charla.server.web;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what live connections bring, each on a virtual thread of its own, so that a stop can wait
 * for it: first what comes in is finished and nothing new begins, then those who left are seen off.
 */
final class LiveTasks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveTasks.class);

  private final ExecutorService inbound = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService partings = Executors.newVirtualThreadPerTaskExecutor();

  void inbound(Runnable task) {
    run(inbound, task);
  }

  void parting(Runnable task) {
    run(partings, task);
  }

  /**
   * Begins nothing that comes in from now on and waits for what did.
   *
   * @return whether all of it was finished in time
   */
  boolean finishInbound(Duration limit) {
    inbound.shutdown();
    try {
      return inbound.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits for all that began. */
  @Override
  public void close() {
    inbound.close();
    partings.close();
  }

  private static void run(ExecutorService executor, Runnable task) {
    try {
      executor.execute(() -> runLoggingFailure(task));
    } catch (RejectedExecutionException e) {
      LOG.debug("The server stops, so what a live connection brought is left undone");
    }
  }

  private static void runLoggingFailure(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("A live connection's task failed", e);
    }
  }
}
