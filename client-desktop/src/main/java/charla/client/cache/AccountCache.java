package charla.client.cache;

import charla.client.trust.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Optional;

/**
 * All that this device keeps of one account, in a folder that only its owner reads. Any thread;
 * blocks.
 */
public final class AccountCache implements AutoCloseable {
  private final Database database;
  private final KeptConversations conversations;
  private final KeptMessages messages;
  private final KeptReports reports;
  private final Outbox outbox;

  private AccountCache(Database database, Outbox outbox) {
    this.database = database;
    this.conversations = new KeptConversations(database);
    this.messages = new KeptMessages(database);
    this.reports = new KeptReports(database);
    this.outbox = outbox;
  }

  /** Opens it, or makes it. What is damaged is made anew, the waiting messages stay. */
  public static AccountCache open(Path folder) throws CacheException {
    try {
      PrivateFiles.createFolder(folder);
      Path waiting = PrivateFiles.createFolder(folder.resolve("outbox"));
      return new AccountCache(Database.open(folder.resolve("cache.db")), new Outbox(waiting));
    } catch (IOException e) {
      throw new CacheException(e);
    }
  }

  public KeptConversations conversations() {
    return conversations;
  }

  public KeptMessages messages() {
    return messages;
  }

  public KeptReports reports() {
    return reports;
  }

  public Outbox outbox() {
    return outbox;
  }

  /** Which log the messages are of; empty as long as none was read. */
  public Optional<String> epoch() throws CacheException {
    return database.read(connection -> {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT value FROM facts WHERE name = 'epoch'")) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.<String>empty();
      }
    });
  }

  /** Begins another log: messages and marks of the old one are dropped, drafts stay. */
  public void beginEpoch(String epoch) throws CacheException {
    database.write(connection -> {
      try (Statement statement = connection.createStatement();
          PreparedStatement insert =
              connection.prepareStatement("INSERT OR REPLACE INTO facts VALUES ('epoch', ?)")) {
        statement.execute("DELETE FROM messages");
        statement.execute(
            "UPDATE conversations SET peer_delivered = 0, peer_read = 0, read_mark = 0,"
                + " unread = 0");
        insert.setString(1, epoch);
        insert.executeUpdate();
      }
    });
  }

  @Override
  public void close() {
    database.close();
  }
}
