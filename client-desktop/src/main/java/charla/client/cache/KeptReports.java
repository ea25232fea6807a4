package charla.client.cache;

import charla.protocol.CallId;
import java.sql.ResultSet;
import java.util.Optional;

/** How each call of this device was, in a form of its writer's. Any thread; blocks. */
public final class KeptReports {
  private final Database database;

  KeptReports(Database database) {
    this.database = database;
  }

  public void keep(CallId id, String report) throws CacheException {
    database.write(connection -> {
      try (var insert =
          connection.prepareStatement("INSERT OR REPLACE INTO call_reports VALUES (?, ?)")) {
        insert.setString(1, id.value());
        insert.setString(2, report);
        insert.executeUpdate();
      }
    });
  }

  public Optional<String> find(CallId id) throws CacheException {
    return database.read(connection -> {
      try (var select =
          connection.prepareStatement("SELECT report FROM call_reports WHERE call = ?")) {
        select.setString(1, id.value());
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? Optional.of(row.getString(1)) : Optional.<String>empty();
        }
      }
    });
  }

  public void forget(CallId id) throws CacheException {
    database.write(connection -> {
      try (var delete = connection.prepareStatement("DELETE FROM call_reports WHERE call = ?")) {
        delete.setString(1, id.value());
        delete.executeUpdate();
      }
    });
  }
}
