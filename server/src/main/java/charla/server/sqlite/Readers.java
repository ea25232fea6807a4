package charla.server.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few connections that only read, lent to one thread each. In SQLite's WAL mode nobody who reads
 * waits for who writes.
 */
final class Readers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
  private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(2);

  private final BlockingQueue<Sql> idle;
  private final int size;
  private volatile boolean closed;

  Readers(List<Sql> connections) {
    idle = new ArrayBlockingQueue<>(connections.size(), true, connections);
    size = connections.size();
  }

  /**
   * @throws charla.server.refusal.Refusal {@code unavailable} when none is idle in time
   */
  <T> T run(Work<T> work, Duration patience) {
    Sql sql = borrow(patience);
    try {
      return work.run(sql);
    } catch (SQLException e) {
      throw Failures.ofReading(e);
    } finally {
      idle.add(sql);
    }
  }

  private Sql borrow(Duration patience) {
    if (closed) {
      throw Failures.unavailable("closed");
    }
    Sql sql = poll(patience);
    if (sql == null) {
      throw Failures.unavailable("no reading connection was free");
    }
    return sql;
  }

  private @Nullable Sql poll(Duration patience) {
    try {
      return idle.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.unavailable("interrupted while reading");
    }
  }

  /** Waits for those who still read, though not for long. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (int i = 0; i < size; i++) {
      closeOne();
    }
  }

  private void closeOne() {
    Sql sql = poll(CLOSING_PATIENCE);
    if (sql == null) {
      LOG.warn("Somebody still reads; their connection stays open.");
      return;
    }
    try {
      sql.close();
    } catch (SQLException e) {
      LOG.warn("A reading connection was not closed.", e);
    }
  }
}
