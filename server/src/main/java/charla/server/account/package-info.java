/** People: register, sign in, sessions, profile, blocks, invites. */
@NullMarked
package charla.server.account;

import org.jspecify.annotations.NullMarked;
