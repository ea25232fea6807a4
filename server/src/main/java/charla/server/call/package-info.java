/** Who talks with whom: calls are begun, rung, answered, ended and kept. Audio never comes here. */
@NullMarked
package charla.server.call;

import org.jspecify.annotations.NullMarked;
