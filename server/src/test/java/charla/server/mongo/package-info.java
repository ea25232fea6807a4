/**
 * The MongoDB adapter over the wire: against an emulation, and a real server where one is named.
 */
@NullMarked
package charla.server.mongo;

import org.jspecify.annotations.NullMarked;
