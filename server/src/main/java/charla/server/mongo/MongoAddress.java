package charla.server.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import charla.server.store.CannotOpenStore;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the database is and how it is spoken to, read from a connection string.
 *
 * @param hosts for messages to people: hosts and ports, no credentials
 */
record MongoAddress(String hosts, String database, MongoClientSettings settings) {
  /**
   * The longest that one operation takes, retries and the search for a primary included. With the
   * wait for a conversation's turn ({@link ConversationTurns}) it stays below the five seconds
   * within which a sender must hear that the database is away.
   */
  static final Duration OPERATION = Duration.ofMillis(2_500);

  /** With the heartbeat, the time after which a silent server is given up and asked for anew. */
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final String DEFAULT_DATABASE = "charla";

  /**
   * @throws CannotOpenStore when the text is no connection string; the driver's own words are left
   *     out, as they can repeat a part of the password
   */
  static MongoAddress parse(String connectionString) {
    try {
      ConnectionString parsed = new ConnectionString(connectionString);
      return new MongoAddress(
          String.join(", ", parsed.getHosts()),
          Optional.ofNullable(parsed.getDatabase()).orElse(DEFAULT_DATABASE),
          settings(parsed));
    } catch (IllegalArgumentException | MongoException e) {
      throw new CannotOpenStore(
          "The address of the database is not a MongoDB connection string."
              + " Write it like mongodb://user:password@host:27017/charla,"
              + " and characters such as @ : / % in the password as %40 %3A %2F %25.");
    }
  }

  /**
   * What "sent" promises is not left to the address: every write waits for the journals of a
   * majority, and nothing is read that could still be rolled back.
   */
  private static MongoClientSettings settings(ConnectionString parsed) {
    return MongoClientSettings.builder()
        .applicationName("charla")
        .applyConnectionString(parsed)
        .readPreference(ReadPreference.primary())
        .readConcern(ReadConcern.MAJORITY)
        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
        .timeout(OPERATION.toMillis(), MILLISECONDS)
        .applyToSocketSettings(s -> s.connectTimeout(CONNECT.toMillis(), MILLISECONDS))
        .applyToServerSettings(s -> s.heartbeatFrequency(HEARTBEAT.toMillis(), MILLISECONDS))
        .applyToClusterSettings(c -> c.serverSelectionTimeout(OPERATION.toMillis(), MILLISECONDS))
        .build();
  }
}
