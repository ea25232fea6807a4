/** HTTP and WebSocket: routes, authentication, TLS; the only place that knows Javalin. */
@NullMarked
package charla.server.web;

import org.jspecify.annotations.NullMarked;
