package charla.server.sqlite;

import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Message;
import charla.protocol.MessageId;
import charla.protocol.UserId;
import charla.server.chat.Messages;
import charla.server.refusal.Refusal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The logs. The newest number is looked up, not counted: there is nothing to repair. */
final class SqliteMessages implements Messages {
  private final Database database;
  private final ObjectIds ids;

  SqliteMessages(Database database, ObjectIds ids) {
    this.database = database;
    this.ids = ids;
  }

  @Override
  public Appended append(Draft draft) {
    MessageId id = new MessageId(ids.next());
    return database.write(sql -> {
      Optional<Message> first = byClientId(sql, draft);
      return first.isPresent()
          ? repeated(first.get(), draft)
          : new Appended(insert(sql, id, draft), false);
    });
  }

  @Override
  public List<Message> after(ConversationId id, long seq, int limit) {
    return database.read(sql ->
        sql.list(
            SqliteMessages::message,
            "SELECT * FROM messages WHERE chatId = ? AND seq > ? ORDER BY seq LIMIT ?",
            id,
            seq,
            limit));
  }

  @Override
  public List<Message> before(ConversationId id, long seq, int limit) {
    return database
        .read(sql ->
            sql.list(
                SqliteMessages::message,
                "SELECT * FROM messages WHERE chatId = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
                id,
                seq,
                limit))
        .reversed();
  }

  @Override
  public Optional<Message> last(ConversationId id) {
    return before(id, Long.MAX_VALUE, 1).stream().findFirst();
  }

  @Override
  public Map<ConversationId, Long> lastSeqs(Collection<ConversationId> ids) {
    return database.read(sql -> {
      Map<ConversationId, Long> lastSeqs = new HashMap<>();
      for (ConversationId id : ids) {
        lastSeqs.put(id, lastSeq(sql, id));
      }
      return lastSeqs;
    });
  }

  @Override
  public int countFromOthers(ConversationId id, UserId userId, long seq, int max) {
    return database.read(sql ->
        sql.list(
                row -> row,
                """
                SELECT 1 FROM messages WHERE chatId = ? AND seq > ? AND fromUser <> ?
                AND (callReason IS NULL
                     OR callReason IN ('cancelled', 'no_answer', 'busy', 'unreachable'))
                LIMIT ?\
                """,
                id,
                seq,
                userId,
                max)
            .size());
  }

  private static long lastSeq(Sql sql, ConversationId id) throws SQLException {
    return sql.one(
            row -> row.number("seq"),
            "SELECT coalesce(max(seq), 0) AS seq FROM messages WHERE chatId = ?",
            id)
        .orElseThrow();
  }

  private static Optional<Message> byClientId(Sql sql, Draft draft) throws SQLException {
    return sql.one(
        SqliteMessages::message,
        "SELECT * FROM messages WHERE fromUser = ? AND clientId = ?",
        draft.fromUser(),
        draft.clientId());
  }

  private static Appended repeated(Message first, Draft draft) {
    if (!draft.isRepeatOf(first)) {
      throw new Refusal(ErrorCode.CLIENT_ID_CONFLICT, "a clientId used for two messages");
    }
    return new Appended(first, true);
  }

  private static Message insert(Sql sql, MessageId id, Draft draft) throws SQLException {
    return sql.one(
            SqliteMessages::message,
            """
            INSERT INTO messages (chatId, seq, id, clientId, fromUser, toUser, createdAt, content,
                                  callId, callReason, callSeconds)
            VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM messages WHERE chatId = ?1),
                    ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            RETURNING *\
            """,
            draft.conversationId(),
            id,
            draft.clientId(),
            draft.fromUser(),
            draft.toUser(),
            draft.createdAt(),
            draft.content(),
            draft.call() == null ? null : draft.call().callId(),
            draft.call() == null ? null : draft.call().reason(),
            draft.call() == null ? null : draft.call().seconds())
        .orElseThrow();
  }

  private static Message message(Row row) throws SQLException {
    return new Message(
        row.messageId("id"),
        row.conversationId("chatId"),
        row.number("seq"),
        row.clientId("clientId"),
        row.userId("fromUser"),
        row.userIdOrNull("toUser"),
        row.text("content"),
        Message.Status.SENT,
        row.instant("createdAt"),
        call(row));
  }

  private static @Nullable CallLine call(Row row) throws SQLException {
    CallReason reason = row.callReasonOrNull("callReason");
    return reason == null
        ? null
        : new CallLine(row.callId("callId"), reason, row.numberOrNull("callSeconds"));
  }
}
