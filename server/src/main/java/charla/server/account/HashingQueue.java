package charla.server.account;

import charla.protocol.ErrorCode;
import charla.server.refusal.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets two hash at once and a bounded number wait in order, so that a flood of sign-ins leaves the
 * processor to the chat. Safe for any thread.
 */
final class HashingQueue {
  private static final int AT_ONCE = 2;
  private static final int WAITING = 64;
  private static final Duration RETRY_WHEN_FULL = Duration.ofSeconds(10);

  private final Semaphore places = new Semaphore(AT_ONCE + WAITING);
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /**
   * Waits for its turn, then works in the caller's thread.
   *
   * @throws Refusal {@code rate_limited} at once when too many wait already
   */
  <T> T inTurn(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new Refusal(ErrorCode.RATE_LIMITED, "too many wait for hashing", RETRY_WHEN_FULL);
    }
    try {
      turns.acquireUninterruptibly();
      try {
        return work.get();
      } finally {
        turns.release();
      }
    } finally {
      places.release();
    }
  }
}
