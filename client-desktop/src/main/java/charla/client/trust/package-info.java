/** Which server is the right one: addresses, pins, certificates. */
@NullMarked
package charla.client.trust;

import org.jspecify.annotations.NullMarked;
