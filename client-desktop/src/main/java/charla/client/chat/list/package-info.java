/** The list of conversations. */
@NullMarked
package charla.client.chat.list;

import org.jspecify.annotations.NullMarked;
