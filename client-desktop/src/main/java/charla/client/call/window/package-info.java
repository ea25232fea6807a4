/** The windows of a call: somebody calls, the call, the bar that stands for it. */
@NullMarked
package charla.client.call.window;

import org.jspecify.annotations.NullMarked;
