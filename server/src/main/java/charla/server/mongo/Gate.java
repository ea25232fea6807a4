package charla.server.mongo;

import charla.protocol.ErrorCode;
import charla.server.refusal.Refusal;
import com.mongodb.MongoException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The one way to the database: lets operations through until it is closed, and turns the driver's
 * errors into the port's. Safe for any thread.
 */
final class Gate {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * @throws Refusal as the ports promise
   */
  <T> T pass(Supplier<T> operation) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new Refusal(ErrorCode.UNAVAILABLE, "the store is closed", DriverErrors.RETRY_AFTER);
      }
      return operation.get();
    } catch (MongoException e) {
      throw DriverErrors.translate(e);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Waits for the operations inside; later ones are refused. */
  void close() {
    lock.writeLock().lock();
    try {
      closed = true;
    } finally {
      lock.writeLock().unlock();
    }
  }
}
