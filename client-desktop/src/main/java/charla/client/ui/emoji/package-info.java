/** Emoji as pictures: JavaFX draws the colour fonts of most systems as blanks. */
@NullMarked
package charla.client.ui.emoji;

import org.jspecify.annotations.NullMarked;
