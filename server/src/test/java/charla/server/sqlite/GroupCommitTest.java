package charla.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import charla.protocol.ErrorCode;
import charla.server.refusal.Refusal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Writes that wait together while the writer is held up by another one. */
class GroupCommitTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path folder;

  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch held = new CountDownLatch(1);
  private Sql reading;
  private GroupCommit commits;

  @BeforeEach
  void start() throws Exception {
    SqliteFile file = new SqliteFile(folder.resolve("charla.db"));
    file.prepare();
    Sql writing = file.openToWrite();
    writing.script("CREATE TABLE names (name TEXT PRIMARY KEY)");
    reading = file.openToRead();
    commits = GroupCommit.start(writing);
    holdWriter();
  }

  @AfterEach
  void stop() throws SQLException {
    release.countDown();
    commits.close();
    reading.close();
  }

  @Test
  void aWriteThatFailsFailsAlone() throws Exception {
    FutureTask<Integer> before = write(insert("before"));
    FutureTask<Integer> failing =
        write(sql -> {
          insert("half").run(sql);
          throw new Refusal(ErrorCode.NOT_ALLOWED, "changed my mind");
        });
    FutureTask<Integer> doubled = write(insert("before"));
    FutureTask<Integer> after = write(insert("after"));
    release.countDown();

    assertThat(before.get()).isEqualTo(1);
    assertThat(after.get()).isEqualTo(1);
    assertRefused(ErrorCode.NOT_ALLOWED, failing::get);
    assertThatThrownBy(doubled::get).hasRootCauseInstanceOf(SQLException.class);
    assertThat(names()).containsExactly("after", "before");
  }

  @Test
  void nobodyHearsOfSuccessBeforeTheCommonCommit() throws Exception {
    FutureTask<Integer> first = write(insert("first"));
    FutureTask<Integer> second =
        write(sql -> {
          throw new SQLiteException("no room", SQLiteErrorCode.SQLITE_FULL);
        });
    release.countDown();

    assertRefused(ErrorCode.STORAGE_FULL, first::get);
    assertRefused(ErrorCode.STORAGE_FULL, second::get);
    assertThat(names()).isEmpty();
    assertThat(commits.run(insert("later"), PATIENCE)).isEqualTo(1);
  }

  @Test
  void whoIsTiredOfWaitingIsRefusedAndNothingIsDone() throws Exception {
    assertRefused(ErrorCode.UNAVAILABLE, () -> commits.run(insert("late"), Duration.ofMillis(20)));
    release.countDown();
    commits.close();

    assertThat(names()).isEmpty();
  }

  @Test
  void closingFinishesWhatIsQueuedAndRefusesWhatComes() throws Exception {
    FutureTask<Integer> queued = write(insert("queued"));
    Thread closing = Thread.ofVirtual().start(commits::close);
    await().until(() -> closing.getState() == Thread.State.WAITING);

    assertRefused(ErrorCode.UNAVAILABLE, () -> commits.run(insert("late"), PATIENCE));
    release.countDown();
    closing.join();
    assertThat(queued.get()).isEqualTo(1);
    assertThat(names()).containsExactly("queued");
  }

  private void holdWriter() throws InterruptedException {
    Thread.ofVirtual()
        .start(() ->
            commits.run(
                sql -> {
                  held.countDown();
                  return uninterrupted(release);
                },
                PATIENCE));
    held.await();
  }

  private static int uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns once the write is queued behind those before. */
  private FutureTask<Integer> write(Work<Integer> work) {
    FutureTask<Integer> task = new FutureTask<>(() -> commits.run(work, PATIENCE));
    Thread thread = Thread.ofVirtual().start(task);
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    return task;
  }

  private static Work<Integer> insert(String name) {
    return sql -> sql.change("INSERT INTO names VALUES (?)", name);
  }

  private List<String> names() throws SQLException {
    return reading.list(row -> row.text("name"), "SELECT name FROM names ORDER BY name");
  }

  private static void assertRefused(ErrorCode code, Callable<Integer> call) {
    assertThatThrownBy(call::call)
        .satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(Refusal.class),
            e -> assertThat(e).isInstanceOf(ExecutionException.class))
        .extracting(e -> e instanceof ExecutionException ? e.getCause() : e)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
