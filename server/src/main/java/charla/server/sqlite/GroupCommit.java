package charla.server.sqlite;

import charla.server.refusal.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes many small changes durable with one sync of the disk. Callers block; one thread, the only
 * one that writes, takes all that wait, does each in a savepoint of its own inside one transaction,
 * commits once and then answers. Whoever comes during a commit goes with the next.
 */
final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  /** So many wait at most; more are refused at once. */
  private static final int QUEUE_LIMIT = 4_096;

  private static final int GROUP_LIMIT = 512;

  private final Sql sql;
  private final Queue<Write<?>> queue = new ArrayDeque<>();
  private final Thread writer = new Thread(this::writeUntilClosed, "sqlite-writer");
  private boolean closing;

  private GroupCommit(Sql sql) {
    this.sql = sql;
  }

  /**
   * Starts the writing thread.
   *
   * @param sql from now on that thread's, which also closes it
   */
  static GroupCommit start(Sql sql) {
    GroupCommit commits = new GroupCommit(sql);
    commits.writer.start();
    return commits;
  }

  /**
   * Does the work and returns its result once it is durable.
   *
   * @throws Refusal what the work threw, {@code storage_full} or {@code unavailable}
   */
  <T> T run(Work<T> work, Duration patience) {
    Write<T> write = new Write<>(work);
    enqueue(write);
    return write.await(patience);
  }

  private synchronized void enqueue(Write<?> write) {
    if (closing) {
      throw Failures.unavailable("closed");
    }
    if (queue.size() >= QUEUE_LIMIT) {
      throw Failures.unavailable("too many writes are waiting");
    }
    queue.add(write);
    notifyAll();
  }

  /** Finishes what is queued and closes the connection. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The writer finishes by itself.
    }
  }

  private void writeUntilClosed() {
    try (sql) {
      List<Write<?>> group = nextGroup();
      while (!group.isEmpty()) {
        commit(group);
        group = nextGroup();
      }
    } catch (SQLException e) {
      LOG.warn("The store was not closed cleanly; it is put right when it is opened again.", e);
    } finally {
      refuseTheRest();
    }
  }

  /** Empty once the store is closing and nothing waits. */
  private synchronized List<Write<?>> nextGroup() {
    while (queue.isEmpty() && !closing) {
      try {
        wait();
      } catch (InterruptedException e) {
        closing = true;
      }
    }
    List<Write<?>> group = new ArrayList<>();
    while (!queue.isEmpty() && group.size() < GROUP_LIMIT) {
      group.add(queue.remove());
    }
    return group;
  }

  private void commit(List<Write<?>> group) {
    try {
      sql.change("BEGIN IMMEDIATE");
      for (Write<?> write : group) {
        write.attempt(sql);
      }
      sql.change("COMMIT");
      group.forEach(Write::announce);
    } catch (SQLException e) {
      LOG.error("{} writes were not stored: {}", group.size(), e.getMessage());
      rollBack();
      RuntimeException failure = Failures.ofWriting(e);
      group.forEach(write -> write.fail(failure));
    }
  }

  /** After some errors SQLite has rolled back by itself, and says so with another error. */
  private void rollBack() {
    try {
      sql.change("ROLLBACK");
    } catch (SQLException e) {
      LOG.debug("Nothing to roll back: {}", e.getMessage());
    }
  }

  private synchronized void refuseTheRest() {
    closing = true;
    queue.forEach(write -> write.fail(Failures.unavailable("closed")));
    queue.clear();
  }
}
