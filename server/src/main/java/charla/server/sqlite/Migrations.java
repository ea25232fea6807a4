package charla.server.sqlite;

import charla.server.store.CannotOpenStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * The steps from an empty file to the schema of this program, each in one transaction. {@code
 * PRAGMA user_version} says how many a file has had. A step that was released is never edited.
 */
final class Migrations {
  private static final List<String> STEPS =
      List.of("0001-people-and-messages.sql", "0002-calls.sql");

  private Migrations() {}

  /**
   * Brings the file up to this program's schema.
   *
   * @throws CannotOpenStore when a newer program has written it, or it is no store at all
   */
  static void apply(SqliteFile file) throws SQLException {
    try (Sql sql = file.openToWrite()) {
      int version = version(sql);
      requireKnown(version, file);
      if (version == 0) {
        requireEmpty(sql, file);
      }
      for (int step = version; step < STEPS.size(); step++) {
        sql.script(transaction(step));
      }
    }
  }

  private static int version(Sql sql) throws SQLException {
    return sql.one(row -> (int) row.number("user_version"), "PRAGMA user_version").orElse(0);
  }

  private static void requireKnown(int version, SqliteFile file) {
    if (version > STEPS.size()) {
      throw new CannotOpenStore(
          "The store "
              + file.path()
              + " was last written by a newer Charla than this one. Start the newer one, or put a"
              + " backup from before the update in its place.");
    }
  }

  private static void requireEmpty(Sql sql, SqliteFile file) throws SQLException {
    if (!sql.list(row -> row.text("name"), "SELECT name FROM sqlite_schema").isEmpty()) {
      throw new CannotOpenStore(
          "The file " + file.path() + " belongs to another program. Choose another file.");
    }
  }

  private static String transaction(int step) {
    return "BEGIN IMMEDIATE; "
        + resource(STEPS.get(step))
        + "PRAGMA user_version = "
        + (step + 1)
        + "; COMMIT";
  }

  private static String resource(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
