package charla.client.cache;

import java.sql.SQLException;

/** What is on disk is not what was written there. */
final class DamagedException extends SQLException {
  DamagedException(String reason) {
    super(reason);
  }

  DamagedException(Exception cause) {
    super(cause);
  }
}
