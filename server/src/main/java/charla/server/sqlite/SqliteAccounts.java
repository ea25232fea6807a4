package charla.server.sqlite;

import charla.protocol.UserId;
import charla.protocol.Username;
import charla.server.account.Account;
import charla.server.account.Accounts;
import charla.server.account.SearchTerms;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts, by what they are found, and who blocks whom. */
final class SqliteAccounts implements Accounts {
  /** Greater than every character of a name. */
  private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

  private final Database database;
  private final ObjectIds ids;

  SqliteAccounts(Database database, ObjectIds ids) {
    this.database = database;
    this.ids = ids;
  }

  @Override
  public Optional<Account> create(
      Username username, String displayName, String passwordHash, Instant createdAt) {
    UserId id = new UserId(ids.next());
    return database.write(sql -> {
      Optional<Account> made =
          sql.one(
              SqliteAccounts::account,
              """
              INSERT INTO users (id, username, displayName, passwordHash, createdAt, administrator)
              VALUES (?, ?, ?, ?, ?, NOT EXISTS (SELECT 1 FROM users))
              ON CONFLICT (username) DO NOTHING RETURNING *\
              """,
              id,
              username.value(),
              displayName,
              passwordHash,
              createdAt);
      if (made.isPresent()) {
        addTerms(sql, id, username, displayName);
      }
      return made;
    });
  }

  @Override
  public Optional<Account> byId(UserId id) {
    return database.read(sql -> byId(sql, id));
  }

  @Override
  public Optional<Account> byUsername(Username username) {
    return database.read(sql ->
        sql.one(
            SqliteAccounts::account, "SELECT * FROM users WHERE username = ?", username.value()));
  }

  @Override
  public List<Account> byIds(Collection<UserId> ids) {
    return database.read(sql -> {
      List<Account> accounts = new ArrayList<>();
      for (UserId id : Set.copyOf(ids)) {
        byId(sql, id).ifPresent(accounts::add);
      }
      return accounts;
    });
  }

  @Override
  public List<Account> find(String text, int limit) {
    String from = SearchTerms.folded(text);
    return database.read(sql ->
        sql.list(
            SqliteAccounts::account,
            """
            SELECT * FROM users
            WHERE id IN (SELECT userId FROM userTerms WHERE term >= ? AND term < ?)
              AND NOT suspended
            ORDER BY username LIMIT ?\
            """,
            from,
            from + LAST_CHARACTER,
            limit));
  }

  @Override
  public boolean isEmpty() {
    return database.read(sql -> sql.list(row -> row, "SELECT 1 FROM users LIMIT 1").isEmpty());
  }

  @Override
  public void setDisplayName(UserId id, String displayName) {
    database.write(sql -> {
      Optional<Account> changed =
          sql.one(
              SqliteAccounts::account,
              "UPDATE users SET displayName = ? WHERE id = ? RETURNING *",
              displayName,
              id);
      sql.change("DELETE FROM userTerms WHERE userId = ?", id);
      if (changed.isPresent()) {
        addTerms(sql, id, changed.get().username(), displayName);
      }
      return changed;
    });
  }

  @Override
  public void setPasswordHash(UserId id, String passwordHash) {
    database.write(
        sql -> sql.change("UPDATE users SET passwordHash = ? WHERE id = ?", passwordHash, id));
  }

  @Override
  public void setSuspended(UserId id, boolean suspended) {
    database.write(sql -> sql.change("UPDATE users SET suspended = ? WHERE id = ?", suspended, id));
  }

  @Override
  public void setLastSeen(UserId id, Instant lastSeen) {
    database.write(sql ->
        sql.change(
            """
            UPDATE users SET lastSeen = ?1
            WHERE id = ?2 AND (lastSeen IS NULL OR lastSeen < ?1)\
            """,
            lastSeen,
            id));
  }

  @Override
  public void block(UserId blocker, UserId blocked) {
    database.write(sql ->
        sql.change(
            """
            INSERT OR IGNORE INTO blocks SELECT one.id, other.id FROM users one, users other
            WHERE one.id = ? AND other.id = ?\
            """,
            blocker,
            blocked));
  }

  @Override
  public void unblock(UserId blocker, UserId blocked) {
    database.write(sql ->
        sql.change("DELETE FROM blocks WHERE blocker = ? AND blocked = ?", blocker, blocked));
  }

  @Override
  public Set<UserId> blockedBy(UserId blocker) {
    return database.read(sql ->
        Set.copyOf(
            sql.list(
                row -> row.userId("blocked"),
                "SELECT blocked FROM blocks WHERE blocker = ?",
                blocker)));
  }

  private static Optional<Account> byId(Sql sql, UserId id) throws SQLException {
    return sql.one(SqliteAccounts::account, "SELECT * FROM users WHERE id = ?", id);
  }

  private static void addTerms(Sql sql, UserId id, Username username, String displayName)
      throws SQLException {
    for (String term : SearchTerms.of(username, displayName)) {
      sql.change("INSERT INTO userTerms (term, userId) VALUES (?, ?)", term, id);
    }
  }

  private static Account account(Row row) throws SQLException {
    return new Account(
        row.userId("id"),
        new Username(row.text("username")),
        row.text("displayName"),
        row.text("passwordHash"),
        row.flag("administrator"),
        row.flag("suspended"),
        row.instant("createdAt"),
        row.instantOrNull("lastSeen"));
  }
}
