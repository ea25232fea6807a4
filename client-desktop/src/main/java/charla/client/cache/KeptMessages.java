package charla.client.cache;

import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.MessageId;
import charla.protocol.UserId;
import charla.protocol.Wire;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of each conversation's log that this device has. It may have holes, which show by the
 * numbers; the newest message here is the cursor. Any thread; blocks.
 */
public final class KeptMessages {
  /** The calls that wait for somebody, as a list of SQL. */
  private static final String MISSED =
      Arrays.stream(CallReason.values())
          .filter(CallReason::missed)
          .map(reason -> "'" + reason.wireName() + "'")
          .collect(Collectors.joining(", ", "(", ")"));

  private final Database database;

  KeptMessages(Database database) {
    this.database = database;
  }

  /** The newest message that this device has. */
  public Optional<Message> last(ConversationId id) throws CacheException {
    return page(
            "SELECT * FROM messages WHERE conversation = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
            id,
            Long.MAX_VALUE,
            1)
        .stream()
        .findFirst();
  }

  /**
   * The last messages below {@code seq} that follow each other up to it without a hole, rising; of
   * the newest span when {@code seq} is {@code Long.MAX_VALUE}. Empty when the one just below is
   * not here.
   */
  public List<Message> before(ConversationId id, long seq, int limit) throws CacheException {
    List<Message> falling =
        page(
            "SELECT * FROM messages WHERE conversation = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
            id,
            seq,
            limit);
    return unbroken(falling, seq == Long.MAX_VALUE ? 0 : seq - 1, -1).reversed();
  }

  /** The first messages above {@code seq} that follow it without a hole, rising. */
  public List<Message> after(ConversationId id, long seq, int limit) throws CacheException {
    List<Message> rising =
        page(
            "SELECT * FROM messages WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?",
            id,
            seq,
            limit);
    return unbroken(rising, seq + 1, 1);
  }

  /**
   * Keeps these, which follow each other without holes; those that are here already stay. All of
   * them or none.
   */
  public void keep(ConversationId id, List<Message> messages) throws CacheException {
    if (messages.isEmpty()) {
      return;
    }
    database.write(connection -> insert(connection, messages));
  }

  /**
   * Messages above {@code seq} that wait for this person.
   *
   * @return empty when not all of those above {@code seq} are here
   */
  public OptionalInt countUnread(ConversationId id, UserId me, long seq) throws CacheException {
    return database.read(connection -> {
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT count(*), max(seq), sum(from_user <> ? AND (call IS NULL OR call ->> 'reason' IN "
                  + MISSED
                  + ")) FROM messages WHERE conversation = ? AND seq > ?")) {
        select.setString(1, me.value());
        select.setString(2, id.value());
        select.setLong(3, seq);
        try (ResultSet row = select.executeQuery()) {
          long count = row.getLong(1);
          boolean whole = count == row.getLong(2) - seq;
          return count == 0
              ? OptionalInt.of(0)
              : whole ? OptionalInt.of(row.getInt(3)) : OptionalInt.empty();
        }
      }
    });
  }

  /** Whether a message with this client id is in the log. */
  public boolean has(ClientId clientId) throws CacheException {
    return database.read(connection -> {
      try (PreparedStatement select =
          connection.prepareStatement("SELECT 1 FROM messages WHERE client_id = ?")) {
        select.setString(1, clientId.value());
        try (ResultSet row = select.executeQuery()) {
          return row.next();
        }
      }
    });
  }

  private List<Message> page(String sql, ConversationId id, long seq, int limit)
      throws CacheException {
    return database.read(connection -> {
      try (PreparedStatement select = connection.prepareStatement(sql)) {
        select.setString(1, id.value());
        select.setLong(2, seq);
        select.setInt(3, limit);
        List<Message> page = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            page.add(read(rows));
          }
        }
        return page;
      }
    });
  }

  /**
   * @param first the number to begin with; 0 for any
   */
  private static List<Message> unbroken(List<Message> page, long first, int step) {
    long expected = first == 0 && !page.isEmpty() ? page.getFirst().seq() : first;
    int length = 0;
    while (length < page.size() && page.get(length).seq() == expected + (long) length * step) {
      length++;
    }
    return page.subList(0, length);
  }

  private static void insert(Connection connection, List<Message> messages) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR IGNORE INTO messages VALUES (?,?,?,?,?,?,?,?,?)")) {
      for (Message message : messages) {
        insert.setString(1, message.conversationId().value());
        insert.setLong(2, message.seq());
        insert.setString(3, message.id().value());
        insert.setString(4, message.clientId().value());
        insert.setString(5, message.fromUser().value());
        insert.setString(6, message.toUser() == null ? null : message.toUser().value());
        insert.setString(7, message.content());
        insert.setString(8, message.createdAt().toString());
        insert.setString(9, message.call() == null ? null : Wire.write(message.call()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static Message read(ResultSet row) throws SQLException {
    try {
      return new Message(
          new MessageId(row.getString("id")),
          new ConversationId(row.getString("conversation")),
          row.getLong("seq"),
          new ClientId(row.getString("client_id")),
          new UserId(row.getString("from_user")),
          user(row.getString("to_user")),
          row.getString("content"),
          Message.Status.SENT,
          Instant.parse(row.getString("created_at")),
          call(row.getString("call")));
    } catch (Wire.MalformedException | IllegalArgumentException | DateTimeParseException e) {
      throw new DamagedException(e);
    }
  }

  private static @Nullable CallLine call(@Nullable String json) throws Wire.MalformedException {
    return json == null ? null : Wire.read(json, CallLine.class);
  }

  private static @Nullable UserId user(@Nullable String value) {
    return value == null ? null : new UserId(value);
  }
}
