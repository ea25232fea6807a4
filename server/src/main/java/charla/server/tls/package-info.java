/** The server's certificates: an authority of its own, made once, and what it signs. */
@NullMarked
package charla.server.tls;

import org.jspecify.annotations.NullMarked;
