/** Finding people and switching between chats. */
@NullMarked
package charla.client.chat.people;

import org.jspecify.annotations.NullMarked;
