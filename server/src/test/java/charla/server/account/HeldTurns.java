package charla.server.account;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Takes turns of a queue and keeps them until it is closed. */
final class HeldTurns implements AutoCloseable {
  private final HashingQueue queue;
  private final CountDownLatch released = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  HeldTurns(HashingQueue queue) {
    this.queue = queue;
  }

  /** Returns once the turn is taken. */
  void take() throws InterruptedException {
    CountDownLatch taken = new CountDownLatch(1);
    threads.execute(() -> queue.inTurn(() -> hold(taken)));
    if (!taken.await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no turn");
    }
  }

  private boolean hold(CountDownLatch taken) {
    taken.countDown();
    try {
      released.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while holding a turn", e);
    }
  }

  @Override
  public void close() {
    released.countDown();
    threads.close();
  }
}
