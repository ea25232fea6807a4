package charla.server.sqlite;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.MessageId;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection with the statements it has prepared. What varies is always an argument, never part
 * of a statement. Used by one thread at a time.
 */
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** All rows of a query, or of a change that returns what it changed. */
  <T> List<T> list(Row.Reader<T> reader, String statement, @Nullable Object... arguments)
      throws SQLException {
    List<T> list = new ArrayList<>();
    try (ResultSet rows = bound(statement, arguments).executeQuery()) {
      while (rows.next()) {
        list.add(reader.read(new Row(rows)));
      }
    } catch (SQLException e) {
      discard(statement, e);
      throw e;
    }
    return list;
  }

  /** The only row, where there is at most one. */
  <T> Optional<T> one(Row.Reader<T> reader, String statement, @Nullable Object... arguments)
      throws SQLException {
    return list(reader, statement, arguments).stream().findFirst();
  }

  /** How many rows changed. */
  int change(String statement, @Nullable Object... arguments) throws SQLException {
    try {
      return bound(statement, arguments).executeUpdate();
    } catch (SQLException e) {
      discard(statement, e);
      throw e;
    }
  }

  /** Runs statements without arguments, one after another. */
  void script(String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(statements);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private PreparedStatement bound(String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, stored(arguments[i]));
    }
    return statement;
  }

  /** After some errors the driver never runs the same prepared statement again. */
  private void discard(String sql, SQLException cause) {
    PreparedStatement broken = prepared.remove(sql);
    if (broken == null) {
      return;
    }
    try {
      broken.close();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static @Nullable Object stored(@Nullable Object value) {
    return switch (value) {
      case UserId id -> bytes(id.value());
      case SessionId id -> bytes(id.value());
      case ConversationId id -> bytes(id.value());
      case MessageId id -> bytes(id.value());
      case ClientId id -> bytes(id.value());
      case CallId id -> bytes(id.value());
      case CallReason reason -> reason.wireName();
      case Call.State state -> state.wireName();
      case Instant instant -> instant.toEpochMilli();
      case null, default -> value;
    };
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
