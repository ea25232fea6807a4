/** Who is connected, and how a frame reaches their devices. */
@NullMarked
package charla.server.live;

import org.jspecify.annotations.NullMarked;
