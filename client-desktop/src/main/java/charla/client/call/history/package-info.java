/** The calls there were: the tab with all of them. */
@NullMarked
package charla.client.call.history;

import org.jspecify.annotations.NullMarked;
