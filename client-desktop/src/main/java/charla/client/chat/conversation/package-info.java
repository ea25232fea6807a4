/** One open conversation: header, timeline and composer. */
@NullMarked
package charla.client.chat.conversation;

import org.jspecify.annotations.NullMarked;
