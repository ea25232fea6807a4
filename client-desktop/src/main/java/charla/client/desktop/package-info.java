/** The window among the others of the desktop. */
@NullMarked
package charla.client.desktop;

import org.jspecify.annotations.NullMarked;
