package charla.server.sqlite;

import charla.protocol.ConversationId;
import charla.protocol.UserId;
import charla.server.chat.Conversations;
import charla.server.chat.StoredConversation;
import charla.server.chat.StoredConversation.Watermarks;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Conversations and how far each member has come. */
final class SqliteConversations implements Conversations {
  private record Member(ConversationId chatId, Watermarks marks) {}

  private final Database database;
  private final ObjectIds ids;

  SqliteConversations(Database database, ObjectIds ids) {
    this.database = database;
    this.ids = ids;
  }

  @Override
  public Opened direct(UserId one, UserId other) {
    byte[] directOf = directOf(one, other);
    Optional<StoredConversation> known = database.read(sql -> byDirectOf(sql, directOf));
    if (known.isPresent()) {
      return new Opened(known.get(), false);
    }
    ConversationId id = new ConversationId(ids.next());
    return database.write(sql -> {
      boolean created =
          sql.change("INSERT OR IGNORE INTO chats (id, directOf) VALUES (?, ?)", id, directOf) > 0;
      if (created) {
        sql.change("INSERT INTO chatMembers (chatId, userId) VALUES (?, ?)", id, one);
        sql.change("INSERT INTO chatMembers (chatId, userId) VALUES (?, ?)", id, other);
      }
      return new Opened(byDirectOf(sql, directOf).orElseThrow(), created);
    });
  }

  @Override
  public Optional<StoredConversation> byId(ConversationId id) {
    return conversations(
            database.read(sql ->
                sql.list(
                    SqliteConversations::member,
                    "SELECT * FROM chatMembers WHERE chatId = ? ORDER BY userId",
                    id)))
        .stream()
        .findFirst();
  }

  @Override
  public List<StoredConversation> of(UserId userId) {
    return conversations(
        database.read(sql ->
            sql.list(
                SqliteConversations::member,
                """
                SELECT * FROM chatMembers
                WHERE chatId IN (SELECT chatId FROM chatMembers WHERE userId = ?)
                ORDER BY chatId, userId\
                """,
                userId)));
  }

  @Override
  public Optional<Watermarks> advance(ConversationId id, UserId userId, long delivered, long read) {
    return database.write(sql ->
        sql.one(
            SqliteConversations::marks,
            """
            UPDATE chatMembers SET delivered = max(delivered, ?3), read = max(read, ?4)
            WHERE chatId = ?1 AND userId = ?2 AND (delivered < ?3 OR read < ?4)
            RETURNING *\
            """,
            id,
            userId,
            Math.max(delivered, read),
            read));
  }

  private static Optional<StoredConversation> byDirectOf(Sql sql, byte[] directOf)
      throws SQLException {
    return conversations(
            sql.list(
                SqliteConversations::member,
                """
                SELECT * FROM chatMembers
                WHERE chatId = (SELECT id FROM chats WHERE directOf = ?) ORDER BY userId\
                """,
                directOf))
        .stream()
        .findFirst();
  }

  private static byte[] directOf(UserId one, UserId other) {
    boolean inOrder = one.value().compareTo(other.value()) < 0;
    return HexFormat.of()
        .parseHex(inOrder ? one.value() + other.value() : other.value() + one.value());
  }

  private static List<StoredConversation> conversations(List<Member> members) {
    Map<ConversationId, List<Watermarks>> byChat =
        members.stream()
            .collect(
                Collectors.groupingBy(
                    Member::chatId,
                    LinkedHashMap::new,
                    Collectors.mapping(Member::marks, Collectors.toList())));
    return byChat.entrySet().stream()
        .map(e -> new StoredConversation(e.getKey(), e.getValue()))
        .toList();
  }

  private static Member member(Row row) throws SQLException {
    return new Member(row.conversationId("chatId"), marks(row));
  }

  private static Watermarks marks(Row row) throws SQLException {
    return new Watermarks(row.userId("userId"), row.number("delivered"), row.number("read"));
  }
}
