package charla.server.web;

import charla.protocol.ErrorCode;
import charla.server.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What anybody may know of the server. */
final class ServerRoutes {
  private final Services services;

  ServerRoutes(Services services) {
    this.services = services;
  }

  void register(Router router) {
    router
        .on(Endpoint.SERVER_INFO, request -> services.info().get())
        .on(Endpoint.OPENAPI, request -> openApi())
        .on(Endpoint.LIVENESS, request -> null)
        .on(Endpoint.READINESS, request -> ready());
  }

  private @Nullable Object ready() {
    if (!services.store().isReady()) {
      throw new Refusal(ErrorCode.UNAVAILABLE, "the store does not answer");
    }
    return null;
  }

  private static byte[] openApi() {
    try (InputStream in = ServerRoutes.class.getResourceAsStream("/openapi.json")) {
      if (in == null) {
        throw new Refusal(ErrorCode.NOT_FOUND, "no openapi.json in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
