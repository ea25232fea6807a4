/** What every screen is made of: the door to the FX thread, texts, look, icons, small controls. */
@NullMarked
package charla.client.ui;

import org.jspecify.annotations.NullMarked;
