/** Where messages are written. */
@NullMarked
package charla.client.chat.composer;

import org.jspecify.annotations.NullMarked;
