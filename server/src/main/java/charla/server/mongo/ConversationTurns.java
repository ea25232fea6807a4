package charla.server.mongo;

import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.server.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets the threads of this process append to one conversation one after the other, so that they do
 * not run for the same number. It only saves them the retries: the unique index decides, between
 * the threads here as between several servers. Conversations share a fixed number of locks.
 */
final class ConversationTurns {
  /** With one operation's time after it, still within the five seconds a sender waits. */
  private static final Duration WAIT = Duration.ofSeconds(2);

  private static final int LOCKS = 64;

  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

  /**
   * @throws Refusal {@code unavailable} when the turn does not come soon
   */
  <T> T take(ConversationId id, Supplier<T> work) {
    ReentrantLock lock = locks.get(Math.floorMod(id.hashCode(), LOCKS));
    if (!acquire(lock)) {
      throw new Refusal(ErrorCode.UNAVAILABLE, "too many wait to append", DriverErrors.RETRY_AFTER);
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private static boolean acquire(ReentrantLock lock) {
    try {
      return lock.tryLock(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
