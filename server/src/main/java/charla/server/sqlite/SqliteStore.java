package charla.server.sqlite;

import charla.server.account.Accounts;
import charla.server.account.Invites;
import charla.server.account.Sessions;
import charla.server.account.SignInFailures;
import charla.server.call.Calls;
import charla.server.chat.Conversations;
import charla.server.chat.Messages;
import charla.server.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store in one SQLite file. */
public final class SqliteStore implements Store {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

  private static final Duration SIGN_OF_LIFE_WITHIN = Duration.ofMillis(1_500);

  private final Database database;
  private final ObjectIds ids;
  private final String epoch;

  SqliteStore(Database database, Clock clock) {
    this.database = database;
    this.ids = new ObjectIds(clock, new SecureRandom());
    this.epoch =
        database.read(sql ->
            sql.one(row -> row.text("value"), "SELECT value FROM meta WHERE key = 'epoch'")
                .orElseThrow());
  }

  /**
   * Opens the file, makes it when there is none, and brings an older one up to date.
   *
   * @param clock tells the time in new ids
   * @throws charla.server.store.CannotOpenStore when the file cannot be used, or a newer program
   *     has written it
   */
  public static SqliteStore open(Path file, Clock clock) {
    return new SqliteStore(Database.open(file), clock);
  }

  /** Loads the native library ahead of {@link #open}, which is quicker then. Any thread. */
  public static void loadLibrary() {
    try {
      DriverManager.getConnection("jdbc:sqlite::memory:").close();
    } catch (SQLException e) {
      LOG.debug("SQLite does not load; opening the store will say so", e);
    }
  }

  @Override
  public Accounts accounts() {
    return new SqliteAccounts(database, ids);
  }

  @Override
  public Sessions sessions() {
    return new SqliteSessions(database, ids);
  }

  @Override
  public SignInFailures signInFailures() {
    return new SqliteSignInFailures(database);
  }

  @Override
  public Invites invites() {
    return new SqliteInvites(database);
  }

  @Override
  public Conversations conversations() {
    return new SqliteConversations(database, ids);
  }

  @Override
  public Messages messages() {
    return new SqliteMessages(database, ids);
  }

  @Override
  public Calls calls() {
    return new SqliteCalls(database);
  }

  @Override
  public String epoch() {
    return epoch;
  }

  @Override
  public void beginEpoch() {
    String another = UUID.randomUUID().toString();
    database.write(sql -> sql.change("UPDATE meta SET value = ? WHERE key = 'epoch'", another));
  }

  @Override
  public boolean isReady() {
    try {
      database.probe(SIGN_OF_LIFE_WITHIN);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
