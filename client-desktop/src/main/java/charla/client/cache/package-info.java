/** What this device keeps on disk for one account: log, drafts, marks, outbox. */
@NullMarked
package charla.client.cache;

import org.jspecify.annotations.NullMarked;
