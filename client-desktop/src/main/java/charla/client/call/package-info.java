/** Voice calls: the pure state machine, its engine, the ports to sound and path, the windows. */
@NullMarked
package charla.client.call;

import org.jspecify.annotations.NullMarked;
