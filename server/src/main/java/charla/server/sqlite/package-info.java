/** The store in one SQLite file: the default, nothing to install. */
@NullMarked
package charla.server.sqlite;

import org.jspecify.annotations.NullMarked;
