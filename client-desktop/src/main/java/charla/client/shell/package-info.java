/** The main window: which screen is shown, the rail, the banners. */
@NullMarked
package charla.client.shell;

import org.jspecify.annotations.NullMarked;
