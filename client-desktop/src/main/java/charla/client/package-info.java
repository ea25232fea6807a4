/** The wiring: start, and who is given what. Imports every other package; none imports it. */
@NullMarked
package charla.client;

import org.jspecify.annotations.NullMarked;
