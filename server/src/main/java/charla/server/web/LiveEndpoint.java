package charla.server.web;

import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.server.account.Caller;
import charla.server.live.Connections;
import charla.server.refusal.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeResponse;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where WebSockets begin. Javalin asks who it is before the upgrade; the socket itself is made for
 * Jetty, since Javalin's own queues without bound and takes any extension.
 */
final class LiveEndpoint {
  private static final String CALLER = LiveEndpoint.class.getName() + ".caller";

  /** Only a net under {@link Limits#SILENCE}, which the server looks after by itself. */
  private static final Duration JETTY_IDLE = Limits.SILENCE.multipliedBy(2);

  private final Door door;
  private final Connections connections;
  private final BiFunction<Caller, String, LiveSocket> sockets;

  /**
   * @param sockets makes the socket for a caller at an address
   */
  LiveEndpoint(Door door, Connections connections, BiFunction<Caller, String, LiveSocket> sockets) {
    this.door = door;
    this.connections = connections;
    this.sockets = sockets;
  }

  void register(RoutesConfig routes) {
    routes.wsBeforeUpgrade(Limits.LIVE_PATH, this::admit);
    routes.ws(Limits.LIVE_PATH, socket -> {});
  }

  void configure(JettyWebSocketServletFactory factory) {
    factory.setMaxFrameSize(Limits.FRAME_BYTES);
    // Else a frame would come in as many pieces as the network made of it.
    factory.setAutoFragment(false);
    factory.setIdleTimeout(JETTY_IDLE);
    factory.addMapping(Limits.LIVE_PATH, this::open);
  }

  private void admit(Context context) {
    requireOwnOrigin(context.header(Header.ORIGIN), context.header(Header.HOST));
    Caller caller = door.admit(context, Access.SIGNED_IN);
    connections.requireRoom(ApiRequest.addressOf(context));
    context.attribute(CALLER, caller);
  }

  private LiveSocket open(JettyServerUpgradeRequest request, JettyServerUpgradeResponse response) {
    response.setExtensions(List.of());
    Caller caller = (Caller) request.getServletAttribute(CALLER);
    return sockets.apply(caller, request.getHttpServletRequest().getRemoteAddr());
  }

  /** A browser always says which page connects; other programs may leave it out. */
  private static void requireOwnOrigin(@Nullable String origin, @Nullable String host) {
    if (origin != null && !authority(origin).equalsIgnoreCase(host)) {
      throw new Refusal(ErrorCode.FOREIGN_ORIGIN, "a page of another site");
    }
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
