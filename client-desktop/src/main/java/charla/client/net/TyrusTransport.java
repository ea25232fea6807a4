package charla.client.net;

import charla.client.notice.ProblemException;
import charla.client.trust.ServerAddress;
import charla.protocol.Limits;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.SslEngineConfigurator;

/** WebSockets by Tyrus, over TLS only, with the token in a header of the upgrade. */
final class TyrusTransport implements Transport {
  /** A welcome names every conversation; nothing else comes near this. */
  static final int MESSAGE_CHARS_MAX = 2 * 1024 * 1024;

  private final ServerAddress address;
  private final SSLContext tls;
  private final Token token;

  TyrusTransport(ServerAddress address, SSLContext tls, Token token) {
    this.address = address;
    this.tls = tls;
    this.token = token;
  }

  @Override
  public void open(Listener listener) throws ProblemException {
    try {
      manager()
          .connectToServer(new Hearing(listener), config(), address.uri("wss", Limits.LIVE_PATH));
    } catch (DeploymentException | IOException | RuntimeException e) {
      throw new ProblemException(Failures.ofHandshake(address, e), e);
    }
  }

  private ClientManager manager() {
    ClientManager manager = ClientManager.createClient();
    // Tyrus looks here only, not at the endpoint's own SSL context; it verifies host names.
    manager
        .getProperties()
        .put(ClientProperties.SSL_ENGINE_CONFIGURATOR, new SslEngineConfigurator(tls));
    manager.getProperties().put(ClientProperties.INCOMING_BUFFER_SIZE, 2 * MESSAGE_CHARS_MAX);
    manager.setDefaultMaxTextMessageBufferSize(MESSAGE_CHARS_MAX);
    return manager;
  }

  private ClientEndpointConfig config() {
    return ClientEndpointConfig.Builder.create()
        .configurator(
            new ClientEndpointConfig.Configurator() {
              @Override
              public void beforeRequest(Map<String, List<String>> headers) {
                headers.remove("Origin");
                headers.put("Authorization", List.of(token.header()));
              }
            })
        .build();
  }

  /** What Tyrus calls. */
  private static final class Hearing extends Endpoint {
    private final Listener listener;

    Hearing(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
      listener.opened(new TyrusLine(session));
      session.addMessageHandler(String.class, (MessageHandler.Whole<String>) listener::text);
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
      listener.closed(reason.getCloseCode().getCode());
    }
  }
}
