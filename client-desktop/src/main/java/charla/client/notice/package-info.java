/** What can go wrong, as types, before it becomes words. */
@NullMarked
package charla.client.notice;

import org.jspecify.annotations.NullMarked;
