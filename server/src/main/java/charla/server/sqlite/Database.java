package charla.server.sqlite;

import charla.server.store.CannotOpenStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The file in use: many readers, one writer. Safe for any thread; every method may block. */
final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final GroupCommit commits;
  private final Readers readers;

  private Database(GroupCommit commits, Readers readers) {
    this.commits = commits;
    this.readers = readers;
  }

  /**
   * Opens the file, makes it when there is none, and brings its schema up to date.
   *
   * @throws CannotOpenStore when it cannot be used
   */
  static Database open(Path path) {
    SqliteFile file = new SqliteFile(path);
    try {
      file.prepare();
      Migrations.apply(file);
      GroupCommit commits = GroupCommit.start(file.openToWrite());
      List<Sql> readers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        readers.add(file.openToRead());
      }
      return new Database(commits, new Readers(readers));
    } catch (IOException e) {
      throw new CannotOpenStore("The store " + path + " cannot be opened: " + e + ".");
    } catch (SQLException e) {
      throw new CannotOpenStore(
          "The store " + path + " cannot be opened: " + Failures.sentenceOf(e));
    }
  }

  /** Sees everything that was written before. */
  <T> T read(Work<T> work) {
    return readers.run(work, PATIENCE);
  }

  /**
   * Returns once the change is durable.
   *
   * @throws charla.server.refusal.Refusal what the work threw, then nothing of it is kept; {@code
   *     storage_full}, likewise; {@code unavailable}, then it may be kept
   */
  <T> T write(Work<T> work) {
    return commits.run(work, PATIENCE);
  }

  /**
   * Asks the writer and one reader for a sign of life.
   *
   * @throws charla.server.refusal.Refusal when one of them gives none in time
   */
  void probe(Duration patience) {
    Work<Integer> signOfLife = sql -> sql.list(row -> row, "SELECT 1").size();
    commits.run(signOfLife, patience.dividedBy(2));
    readers.run(signOfLife, patience.dividedBy(2));
  }

  /** Refuses whoever comes, finishes what is queued; SQLite merges its log into the file. */
  @Override
  public void close() {
    try (commits) {
      readers.close();
    }
  }
}
