package charla.server.sqlite;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.UserId;
import charla.server.call.Calls;
import charla.server.call.StoredCall;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls, and for each person the list of those that have ended. */
final class SqliteCalls implements Calls {
  private final Database database;

  SqliteCalls(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(StoredCall call) {
    return database.write(sql -> {
      boolean added = insert(sql, call);
      if (added) {
        list(sql, call);
      }
      return added;
    });
  }

  @Override
  public Optional<StoredCall> byId(CallId id) {
    return database.read(sql -> byId(sql, id));
  }

  @Override
  public boolean replace(StoredCall next) {
    return database.write(sql -> {
      boolean replaced = update(sql, next);
      if (replaced) {
        list(sql, next);
      }
      return replaced;
    });
  }

  @Override
  public List<StoredCall> unsettled() {
    return database.read(sql ->
        sql.list(
            SqliteCalls::call, "SELECT * FROM calls WHERE settled = 0 ORDER BY createdAt, id"));
  }

  @Override
  public void settled(CallId id) {
    database.write(sql -> sql.change("UPDATE calls SET settled = 1 WHERE id = ?", id));
  }

  @Override
  public List<StoredCall> of(UserId userId, @Nullable CallId before, int limit) {
    return database.read(sql -> {
      Optional<StoredCall> limitCall = before == null ? Optional.empty() : byId(sql, before);
      return sql.list(
          SqliteCalls::call,
          """
          SELECT calls.* FROM callLists JOIN calls ON calls.id = callLists.callId
          WHERE callLists.userId = ? AND (callLists.createdAt, callLists.callId) < (?, ?)
          ORDER BY callLists.createdAt DESC, callLists.callId DESC LIMIT ?\
          """,
          userId,
          limitCall.map(call -> call.createdAt().toEpochMilli()).orElse(Long.MAX_VALUE),
          before == null ? new byte[0] : before,
          limit);
    });
  }

  @Override
  public void hide(CallId id, UserId userId) {
    database.write(sql ->
        sql.change(
            """
            DELETE FROM callLists WHERE userId = ?1 AND callId = ?2
            AND createdAt = (SELECT createdAt FROM calls WHERE id = ?2)\
            """,
            userId,
            id));
  }

  private static boolean insert(Sql sql, StoredCall call) throws SQLException {
    return sql.change(
            """
            INSERT INTO calls (id, chatId, version, state, caller, callerSession, callee, createdAt,
                               endedAt, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """,
            call.id(),
            call.conversationId(),
            call.version(),
            call.state(),
            call.caller(),
            call.callerSession(),
            call.callee(),
            call.createdAt(),
            call.endedAt(),
            call.reason())
        > 0;
  }

  private static boolean update(Sql sql, StoredCall next) throws SQLException {
    return sql.change(
            """
            UPDATE calls SET version = ?2, state = ?3, calleeSession = ?4, answeredOn = ?5,
                             answeredAt = ?6, endedAt = ?7, seconds = ?8, reason = ?9
            WHERE id = ?1 AND version = ?2 - 1 AND state <> 'ended'\
            """,
            next.id(),
            next.version(),
            next.state(),
            next.calleeSession(),
            next.answeredOn(),
            next.answeredAt(),
            next.endedAt(),
            next.seconds(),
            next.reason())
        > 0;
  }

  private static void list(Sql sql, StoredCall call) throws SQLException {
    if (call.isLive()) {
      return;
    }
    for (UserId userId : call.listedFor()) {
      sql.change(
          "INSERT INTO callLists (userId, createdAt, callId) VALUES (?, ?, ?)",
          userId,
          call.createdAt(),
          call.id());
    }
  }

  private static Optional<StoredCall> byId(Sql sql, CallId id) throws SQLException {
    return sql.one(SqliteCalls::call, "SELECT * FROM calls WHERE id = ?", id);
  }

  private static StoredCall call(Row row) throws SQLException {
    return new StoredCall(
        row.callId("id"),
        row.conversationId("chatId"),
        row.number("version"),
        Call.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
        row.userId("caller"),
        row.sessionId("callerSession"),
        row.userId("callee"),
        row.sessionIdOrNull("calleeSession"),
        row.textOrNull("answeredOn"),
        row.instant("createdAt"),
        row.instantOrNull("answeredAt"),
        row.instantOrNull("endedAt"),
        row.callReasonOrNull("reason"));
  }
}
