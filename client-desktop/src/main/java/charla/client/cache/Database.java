package charla.client.cache;

import charla.client.trust.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * One SQLite file that holds only what can be had again: when it is damaged or of another version
 * it is thrown away and made anew. One statement at a time, by any thread.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int VERSION = 2;
  private static final String[] SCHEMA = {
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE conversations (
      id TEXT PRIMARY KEY, peer TEXT NOT NULL, peer_delivered INTEGER NOT NULL,
      peer_read INTEGER NOT NULL, read_mark INTEGER NOT NULL, unread INTEGER NOT NULL,
      draft TEXT NOT NULL, moved_at INTEGER NOT NULL) WITHOUT ROWID\
    """,
    """
    CREATE TABLE messages (
      conversation TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL,
      client_id TEXT NOT NULL, from_user TEXT NOT NULL, to_user TEXT,
      content TEXT NOT NULL, created_at TEXT NOT NULL, call TEXT,
      PRIMARY KEY (conversation, seq)) WITHOUT ROWID\
    """,
    "CREATE TABLE call_reports (call TEXT PRIMARY KEY, report TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX messages_by_client_id ON messages (client_id)",
    "PRAGMA user_version = " + VERSION
  };

  /** Something to be done with the connection. */
  @FunctionalInterface
  interface Reading<T> {
    T in(Connection connection) throws SQLException;
  }

  /** Something to be done in one transaction. */
  @FunctionalInterface
  interface Writing {
    void in(Connection connection) throws SQLException;
  }

  private final Path file;
  private Connection connection;
  private boolean closed;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  static Database open(Path file) throws CacheException {
    try {
      return new Database(file, connectOrRebuild(file));
    } catch (SQLException | IOException e) {
      throw new CacheException(e);
    }
  }

  synchronized <T> T read(Reading<T> reading) throws CacheException {
    try {
      return reading.in(connection);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  synchronized void write(Writing writing) throws CacheException {
    try {
      connection.setAutoCommit(false);
      try {
        writing.in(connection);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("the cache did not close", e);
    }
  }

  /** Damage found while running is made good at once: an empty cache fills itself again. */
  private CacheException failed(SQLException e) {
    if (!closed && isDamage(e)) {
      LOG.warn("the cache is damaged and is made anew", e);
      try {
        connection.close();
        connection = rebuild(file);
      } catch (SQLException | IOException again) {
        e.addSuppressed(again);
      }
    }
    return new CacheException(e);
  }

  private static Connection connectOrRebuild(Path file) throws SQLException, IOException {
    try {
      return connect(file);
    } catch (SQLException e) {
      if (!isDamage(e)) {
        throw e;
      }
      LOG.warn("the cache is damaged and is made anew", e);
      return rebuild(file);
    }
  }

  private static Connection rebuild(Path file) throws SQLException, IOException {
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
    return connect(file);
  }

  private static Connection connect(Path file) throws SQLException, IOException {
    PrivateFiles.createFile(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setBusyTimeout(2_000);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      prepare(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static void prepare(Connection connection) throws SQLException {
    int version = number(connection, "PRAGMA user_version");
    if (version == VERSION) {
      return;
    }
    if (version != 0 || number(connection, "SELECT count(*) FROM sqlite_master") > 0) {
      throw new DamagedException("of another version");
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String step : SCHEMA) {
        statement.execute(step);
      }
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static boolean isDamage(SQLException e) {
    int primary = e.getErrorCode() & 0xff;
    return e instanceof DamagedException
        || primary == org.sqlite.SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == org.sqlite.SQLiteErrorCode.SQLITE_NOTADB.code;
  }
}
