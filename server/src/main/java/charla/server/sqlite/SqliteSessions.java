package charla.server.sqlite;

import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.server.account.Sessions;
import charla.server.account.StoredSession;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions; an ended one leaves nothing behind. */
final class SqliteSessions implements Sessions {
  private final Database database;
  private final ObjectIds ids;

  SqliteSessions(Database database, ObjectIds ids) {
    this.database = database;
    this.ids = ids;
  }

  @Override
  public StoredSession open(UserId userId, String tokenHash, String device, Instant createdAt) {
    SessionId id = new SessionId(ids.next());
    return database.write(sql ->
        sql.one(
                SqliteSessions::session,
                """
                INSERT INTO sessions (id, userId, tokenHash, device, createdAt, lastUsed)
                VALUES (?1, ?2, ?3, ?4, ?5, ?5) RETURNING *\
                """,
                id,
                userId,
                tokenHash,
                device,
                createdAt)
            .orElseThrow());
  }

  @Override
  public Optional<StoredSession> byTokenHash(String tokenHash) {
    return database.read(sql ->
        sql.one(SqliteSessions::session, "SELECT * FROM sessions WHERE tokenHash = ?", tokenHash));
  }

  @Override
  public List<StoredSession> of(UserId userId) {
    return database.read(sql ->
        sql.list(
            SqliteSessions::session,
            "SELECT * FROM sessions WHERE userId = ? ORDER BY createdAt DESC, id DESC",
            userId));
  }

  @Override
  public void used(SessionId id, Instant at) {
    database.write(sql ->
        sql.change("UPDATE sessions SET lastUsed = ?1 WHERE id = ?2 AND lastUsed < ?1", at, id));
  }

  @Override
  public boolean end(UserId userId, SessionId id) {
    return database.write(
        sql -> sql.change("DELETE FROM sessions WHERE id = ? AND userId = ?", id, userId) > 0);
  }

  @Override
  public List<SessionId> endAll(UserId userId, @Nullable SessionId except) {
    return database.write(sql ->
        sql.list(
            row -> row.sessionId("id"),
            "DELETE FROM sessions WHERE userId = ? AND id IS NOT ? RETURNING id",
            userId,
            except));
  }

  @Override
  public List<StoredSession> endUnusedSince(Instant limit) {
    return database.write(sql ->
        sql.list(
            SqliteSessions::session, "DELETE FROM sessions WHERE lastUsed < ? RETURNING *", limit));
  }

  private static StoredSession session(Row row) throws SQLException {
    return new StoredSession(
        row.sessionId("id"),
        row.userId("userId"),
        row.text("tokenHash"),
        row.text("device"),
        row.instant("createdAt"),
        row.instant("lastUsed"));
  }
}
