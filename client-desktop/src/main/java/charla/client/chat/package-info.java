/** Conversations: their state, and the views of it. */
@NullMarked
package charla.client.chat;

import org.jspecify.annotations.NullMarked;
