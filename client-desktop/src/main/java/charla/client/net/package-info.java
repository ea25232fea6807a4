/** The way to the server: requests, the live connection, and the state of both. */
@NullMarked
package charla.client.net;

import org.jspecify.annotations.NullMarked;
