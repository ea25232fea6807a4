package charla.client.net;

import charla.client.trust.ServerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network between an app and a server, on this machine: passes bytes on, until a test lets it
 * swallow them in one direction or both, without closing anything, or reset all that is open.
 */
public final class FaultyProxy implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FaultyProxy.class);

  private final ServerSocket listening;
  private final int serverPort;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  // Guarded by this.
  private final Set<Socket> lossy = new HashSet<>();
  private boolean swallowsUp;
  private boolean swallowsDown;

  private FaultyProxy(ServerSocket listening, int serverPort) {
    this.listening = listening;
    this.serverPort = serverPort;
  }

  public static FaultyProxy before(ServerAddress server) throws IOException {
    FaultyProxy proxy =
        new FaultyProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server.port());
    Thread.ofVirtual().start(proxy::accept);
    return proxy;
  }

  public ServerAddress address() {
    return new ServerAddress("localhost", listening.getLocalPort());
  }

  /** What the app sends from now on arrives nowhere. */
  public synchronized void swallowUp() {
    swallowsUp = true;
  }

  /** What the server sends from now on arrives nowhere. */
  public synchronized void swallowDown() {
    swallowsDown = true;
  }

  /** New connections work again. Those that lost bytes can never go on, so they are reset. */
  public synchronized void heal() {
    swallowsUp = false;
    swallowsDown = false;
    lossy.forEach(FaultyProxy::cut);
    lossy.clear();
  }

  public void reset() {
    open.forEach(FaultyProxy::cut);
    open.clear();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    reset();
  }

  private void accept() {
    try {
      while (true) {
        Socket app = listening.accept();
        Thread.ofVirtual().start(() -> join(app));
      }
    } catch (IOException e) {
      LOG.debug("the network is taken down", e);
    }
  }

  private void join(Socket app) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      open.add(app);
      open.add(server);
      Thread.ofVirtual().start(() -> pass(app, server, true));
      pass(server, app, false);
    } catch (IOException e) {
      LOG.debug("the server is away", e);
      cut(app);
    }
  }

  private void pass(Socket from, Socket to, boolean up) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[16 * 1024];
      int length = in.read(buffer);
      while (length >= 0) {
        if (!swallows(from, to, up)) {
          out.write(buffer, 0, length);
          out.flush();
        }
        length = in.read(buffer);
      }
    } catch (IOException e) {
      LOG.debug("one end is gone, so the other one is closed too", e);
    }
  }

  private synchronized boolean swallows(Socket from, Socket to, boolean up) {
    boolean swallowed = up ? swallowsUp : swallowsDown;
    if (swallowed) {
      lossy.add(from);
      lossy.add(to);
    }
    return swallowed;
  }

  private static void cut(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      LOG.debug("one of its ends was quicker", e);
    }
  }
}
