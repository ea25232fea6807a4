package charla.server.web;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;

/** Lets one address have so many connections of any kind; one more is cut at once. */
final class AddressCap implements Connection.Listener {
  private final int perAddress;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();

  /** Whence each came: one that is closed does not tell any more. */
  private final Map<Connection, String> addresses = new ConcurrentHashMap<>();

  AddressCap(int perAddress) {
    this.perAddress = perAddress;
  }

  @Override
  public void onOpened(Connection connection) {
    EndPoint line = connection.getEndPoint();
    if (isInsideTls(line) || !(line.getRemoteSocketAddress() instanceof InetSocketAddress remote)) {
      return;
    }
    String address = remote.getAddress().getHostAddress();
    addresses.put(connection, address);
    if (open.merge(address, 1, Integer::sum) > perAddress) {
      line.close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    String address = addresses.remove(connection);
    if (address != null) {
      open.computeIfPresent(address, (key, n) -> n == 1 ? null : n - 1);
    }
  }

  /** A TLS connection carries another one, of the same socket. */
  private static boolean isInsideTls(EndPoint line) {
    return line instanceof SslConnection.SslEndPoint;
  }
}
