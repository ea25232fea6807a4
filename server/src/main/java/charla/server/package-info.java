/** The wiring: options, start and stop. Imports every other package; none imports it. */
@NullMarked
package charla.server;

import org.jspecify.annotations.NullMarked;
