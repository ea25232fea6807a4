package charla.server.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** The file on the disk, and how connections to it are set up. */
record SqliteFile(Path path) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private static final int BUSY_MILLIS = 2_000;
  private static final int LOG_BYTES_KEPT = 64 * 1024 * 1024;

  /**
   * Makes an empty file where there is none, readable by its owner only. SQLite gives its log
   * beside it ({@code -wal}, {@code -shm}) the same permissions.
   */
  void prepare() throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    if (Files.notExists(path)) {
      Files.createFile(path);
    }
    for (String suffix : List.of("", "-wal", "-shm")) {
      restrict(path.resolveSibling(path.getFileName() + suffix));
    }
  }

  private static void restrict(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && Files.exists(file)) {
      view.setPermissions(OWNER_ONLY);
    }
  }

  /** Durable: a commit returns once the log is synced, on macOS as well. */
  Sql openToWrite() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setJournalSizeLimit(LOG_BYTES_KEPT);
    Sql sql = open(config);
    sql.script("PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON");
    return sql;
  }

  /** The file must have been opened to write before. */
  Sql openToRead() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return open(config);
  }

  private Sql open(SQLiteConfig config) throws SQLException {
    config.setBusyTimeout(BUSY_MILLIS);
    config.setGetGeneratedKeys(false);
    return new Sql(
        DriverManager.getConnection("jdbc:sqlite:" + path.toUri(), config.toProperties()));
  }
}
