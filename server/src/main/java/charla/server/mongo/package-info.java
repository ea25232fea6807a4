/** The store in a MongoDB database, for those who run one. */
@NullMarked
package charla.server.mongo;

import org.jspecify.annotations.NullMarked;
