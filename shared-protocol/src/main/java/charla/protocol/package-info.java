/** The wire: every frame, body, number and refusal that server and clients share. */
@NullMarked
package charla.protocol;

import org.jspecify.annotations.NullMarked;
