/** What a person may choose, and where it is kept. */
@NullMarked
package charla.client.settings;

import org.jspecify.annotations.NullMarked;
