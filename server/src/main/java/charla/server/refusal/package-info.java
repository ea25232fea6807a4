/** How any part of the server says no. */
@NullMarked
package charla.server.refusal;

import org.jspecify.annotations.NullMarked;
