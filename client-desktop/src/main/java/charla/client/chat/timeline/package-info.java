/** How the messages of one conversation are shown: rows, bubbles, links, state icons. */
@NullMarked
package charla.client.chat.timeline;

import org.jspecify.annotations.NullMarked;
