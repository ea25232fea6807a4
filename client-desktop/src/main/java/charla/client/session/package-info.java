/** Sign in, register, who am I; the token and where it is kept. */
@NullMarked
package charla.client.session;

import org.jspecify.annotations.NullMarked;
