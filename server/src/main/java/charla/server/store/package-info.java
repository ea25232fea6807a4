/** The port through which everything is kept; two adapters implement it. */
@NullMarked
package charla.server.store;

import org.jspecify.annotations.NullMarked;
