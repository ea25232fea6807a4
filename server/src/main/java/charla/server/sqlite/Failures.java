package charla.server.sqlite;

import charla.protocol.ErrorCode;
import charla.server.refusal.Refusal;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What SQLite's errors mean to those who asked; see sqlite.org/rescode.html. */
final class Failures {
  private Failures() {}

  /** A refusal when it is the disk or another process; anything else is a mistake of ours. */
  static RuntimeException ofWriting(SQLException e) {
    return switch (codeOf(e)) {
      case SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY ->
          new Refusal(ErrorCode.STORAGE_FULL, "the store cannot be written to: " + e.getMessage());
      default -> ofReading(e);
    };
  }

  /** As {@link #ofWriting}, where a full disk is no reason. */
  static RuntimeException ofReading(SQLException e) {
    return switch (codeOf(e)) {
      case SQLITE_BUSY,
          SQLITE_LOCKED,
          SQLITE_PROTOCOL,
          SQLITE_CANTOPEN,
          SQLITE_NOMEM,
          SQLITE_FULL,
          SQLITE_IOERR,
          SQLITE_READONLY,
          SQLITE_CORRUPT,
          SQLITE_NOTADB ->
          unavailable(String.valueOf(e.getMessage()));
      default -> new IllegalStateException(e);
    };
  }

  static Refusal unavailable(String detail) {
    return new Refusal(ErrorCode.UNAVAILABLE, "the store does not answer: " + detail);
  }

  /** For the person who starts the server. */
  static String sentenceOf(SQLException e) {
    return switch (codeOf(e)) {
      case SQLITE_NOTADB, SQLITE_CORRUPT ->
          "the file is damaged, or belongs to another program. Put a backup in its place.";
      case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM ->
          "this user may not write to it or its folder. Change the owner, or choose another file.";
      case SQLITE_BUSY -> "another program holds it. Stop that one first.";
      case SQLITE_FULL, SQLITE_IOERR -> "the disk is full or failing. Make room, then start again.";
      default -> e.getMessage() + ".";
    };
  }

  /** The driver gives the primary code, whatever the extended one. */
  private static SQLiteErrorCode codeOf(SQLException e) {
    return SQLiteErrorCode.getErrorCode(e.getErrorCode());
  }
}
