package charla.server.sqlite;

import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.MessageId;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The row a result stands on, read as Charla's types; {@link Sql} writes them. */
record Row(ResultSet columns) {
  /** What is made of one row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  UserId userId(String column) throws SQLException {
    return new UserId(hex(column));
  }

  @Nullable UserId userIdOrNull(String column) throws SQLException {
    return columns.getBytes(column) == null ? null : userId(column);
  }

  SessionId sessionId(String column) throws SQLException {
    return new SessionId(hex(column));
  }

  ConversationId conversationId(String column) throws SQLException {
    return new ConversationId(hex(column));
  }

  MessageId messageId(String column) throws SQLException {
    return new MessageId(hex(column));
  }

  ClientId clientId(String column) throws SQLException {
    return new ClientId(hex(column));
  }

  CallId callId(String column) throws SQLException {
    return new CallId(hex(column));
  }

  @Nullable SessionId sessionIdOrNull(String column) throws SQLException {
    return columns.getBytes(column) == null ? null : sessionId(column);
  }

  @Nullable CallReason callReasonOrNull(String column) throws SQLException {
    String stored = columns.getString(column);
    return stored == null ? null : CallReason.fromWire(stored);
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return columns.getString(column);
  }

  @Nullable Long numberOrNull(String column) throws SQLException {
    long number = columns.getLong(column);
    return columns.wasNull() ? null : Long.valueOf(number);
  }

  String text(String column) throws SQLException {
    return columns.getString(column);
  }

  long number(String column) throws SQLException {
    return columns.getLong(column);
  }

  boolean flag(String column) throws SQLException {
    return columns.getInt(column) != 0;
  }

  Instant instant(String column) throws SQLException {
    return Instant.ofEpochMilli(number(column));
  }

  @Nullable Instant instantOrNull(String column) throws SQLException {
    Instant instant = instant(column);
    return columns.wasNull() ? null : instant;
  }

  private String hex(String column) throws SQLException {
    return HexFormat.of().formatHex(columns.getBytes(column));
  }
}
