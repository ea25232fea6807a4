/** Conversations, messages and receipts. */
@NullMarked
package charla.server.chat;

import org.jspecify.annotations.NullMarked;
