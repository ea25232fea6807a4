/** Clients of other makes, and the papers they are written from. */
@NullMarked
package charla.server.foreign;

import org.jspecify.annotations.NullMarked;
