package charla.server.sqlite;

import java.sql.SQLException;

/** Something to do with a connection; run once. */
@FunctionalInterface
interface Work<T> {
  T run(Sql sql) throws SQLException;
}
