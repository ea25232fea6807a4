package charla.server.sqlite;

import charla.server.refusal.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One change on its way into a {@link GroupCommit}: what to do, and where its caller waits. */
final class Write<T> {
  private final Work<T> work;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private Runnable announcement = () -> {};

  Write(Work<T> work) {
    this.work = work;
  }

  /**
   * Does the work inside the open transaction; where it fails alone, nothing of it stays. The
   * caller hears of neither yet.
   *
   * @throws SQLException when the transaction as a whole cannot go on
   */
  void attempt(Sql sql) throws SQLException {
    if (answer.isDone()) {
      return; // The caller has given up.
    }
    sql.change("SAVEPOINT one");
    try {
      T result = work.run(sql);
      announcement = () -> answer.complete(result);
    } catch (RuntimeException e) {
      undo(sql, e);
    } catch (SQLException e) {
      RuntimeException failure = Failures.ofWriting(e);
      if (failure instanceof Refusal) {
        throw e;
      }
      undo(sql, failure);
    }
    sql.change("RELEASE one");
  }

  private void undo(Sql sql, RuntimeException failure) throws SQLException {
    sql.change("ROLLBACK TO one");
    announcement = () -> answer.completeExceptionally(failure);
  }

  /** The transaction is durable: tells the caller how it went. */
  void announce() {
    announcement.run();
  }

  /** The transaction failed as a whole. */
  void fail(RuntimeException failure) {
    answer.completeExceptionally(failure);
  }

  /**
   * Waits for the answer.
   *
   * @throws Refusal {@code unavailable} when there is none in time; a change that was under way may
   *     still be kept
   */
  T await(Duration patience) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e);
    } catch (TimeoutException | CancellationException e) {
      answer.cancel(false);
      throw Failures.unavailable("a write took longer than " + patience);
    } catch (InterruptedException e) {
      answer.cancel(false);
      Thread.currentThread().interrupt();
      throw Failures.unavailable("interrupted while writing");
    }
  }
}
