package charla.client.net;

import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.client.trust.ServerAddress;
import charla.client.trust.Trust;
import charla.protocol.Bodies;
import charla.protocol.Limits;
import charla.protocol.ServerInfo;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;

/**
 * One server as anybody may speak to it, and the way to speak to it as somebody. Calls block, some
 * 30 s at most; any thread but the FX thread.
 */
public final class ServerClient implements AutoCloseable {
  private final ServerAddress address;
  private final SSLContext tls;
  private final Http http;

  public ServerClient(ServerAddress address, Trust trust) {
    this.address = address;
    this.tls = trust.contextFor(address);
    this.http = new Http(address, tls, null);
  }

  /**
   * @throws ProblemException also when it is not Charla, or speaks only versions that this build
   *     does not
   */
  public ServerInfo info() throws ProblemException {
    ServerInfo info = http.get("/server", ServerInfo.class);
    if (!info.product().equals(ServerInfo.PRODUCT)) {
      throw new ProblemException(new Problem.NotCharla(address.toString()));
    }
    if (info.apiVersion() < Limits.API_VERSION) {
      throw new ProblemException(new Problem.WrongVersion(address.toString(), info.apiVersion()));
    }
    return info;
  }

  public boolean isAvailable(String username) throws ProblemException {
    String query = "?username=" + ApiClient.escaped(username);
    return http.get("/users/available" + query, Bodies.Available.class).available();
  }

  public Bodies.SignedIn signIn(Bodies.SignIn signIn) throws ProblemException {
    return http.send("POST", "/sessions", signIn, Bodies.SignedIn.class);
  }

  public Bodies.SignedIn register(Bodies.Register register) throws ProblemException {
    return http.send("POST", "/users", register, Bodies.SignedIn.class);
  }

  /** Two ways to speak as one session; both are closed by whoever asked for them. */
  public record AsSession(Api api, Live live) {}

  /** Speaks as this session. The live connection is not yet started. */
  public AsSession as(Token token, Threads threads, InstantSource clock) {
    Http requests = new Http(address, tls, token);
    TyrusTransport sockets = new TyrusTransport(address, tls, token);
    AtomicBoolean before = new AtomicBoolean();
    Transport transport =
        listener -> {
          // The first attempt follows no change, and must not end what is being asked.
          if (before.getAndSet(true)) {
            requests.forgetConnections();
          }
          sockets.open(listener);
        };
    return new AsSession(
        new ApiClient(address, requests),
        new LiveConnection(
            address.toString(), transport, threads, clock, new SecureRandom(), Network::now));
  }

  @Override
  public void close() {
    http.close();
  }
}
