package charla.server.sqlite;

import charla.server.account.Invites;
import java.time.Instant;

/** Invites, each with the uses that are left. */
final class SqliteInvites implements Invites {
  private final Database database;

  SqliteInvites(Database database) {
    this.database = database;
  }

  @Override
  public void add(String codeHash, int uses, Instant expiresAt) {
    database.write(sql ->
        sql.change(
            "INSERT INTO invites (codeHash, uses, expiresAt) VALUES (?, ?, ?)",
            codeHash,
            uses,
            expiresAt));
  }

  @Override
  public boolean redeem(String codeHash, Instant now) {
    return database.write(sql ->
        sql.change(
                """
                UPDATE invites SET uses = uses - 1
                WHERE codeHash = ? AND uses > 0 AND expiresAt > ?\
                """,
                codeHash,
                now)
            > 0);
  }

  @Override
  public void giveBack(String codeHash) {
    database.write(
        sql -> sql.change("UPDATE invites SET uses = uses + 1 WHERE codeHash = ?", codeHash));
  }
}
