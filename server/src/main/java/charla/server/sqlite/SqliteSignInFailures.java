package charla.server.sqlite;

import charla.server.account.SignInFailures;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Failed sign-ins, a row for each key. */
final class SqliteSignInFailures implements SignInFailures {
  private final Database database;

  SqliteSignInFailures(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Failures> of(String key) {
    return database.read(sql ->
        sql.one(SqliteSignInFailures::failures, "SELECT * FROM signInFailures WHERE key = ?", key));
  }

  @Override
  public Failures add(String key, Instant at) {
    return database.write(sql ->
        sql.one(
                SqliteSignInFailures::failures,
                """
                INSERT INTO signInFailures (key, count, last) VALUES (?, 1, ?)
                ON CONFLICT (key) DO UPDATE SET count = count + 1, last = excluded.last
                RETURNING *\
                """,
                key,
                at)
            .orElseThrow());
  }

  @Override
  public void clear(String key) {
    database.write(sql -> sql.change("DELETE FROM signInFailures WHERE key = ?", key));
  }

  @Override
  public void forgetBefore(Instant limit) {
    database.write(sql -> sql.change("DELETE FROM signInFailures WHERE last < ?", limit));
  }

  private static Failures failures(Row row) throws SQLException {
    return new Failures((int) row.number("count"), row.instant("last"));
  }
}
