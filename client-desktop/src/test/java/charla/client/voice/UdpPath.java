package charla.client.voice;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes datagrams between any clients and one server on this machine, unless it is cut. */
final class UdpPath implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UdpPath.class);
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final int LARGEST = 2048;

  private final DatagramSocket front;
  private final SocketAddress server;
  private final Map<SocketAddress, DatagramSocket> backs = new ConcurrentHashMap<>();
  private final AtomicLong passed = new AtomicLong();
  private volatile boolean cut;

  private UdpPath(DatagramSocket front, SocketAddress server) {
    this.front = front;
    this.server = server;
  }

  static UdpPath to(int port) throws IOException {
    UdpPath path = new UdpPath(new DatagramSocket(0, HERE), new InetSocketAddress(HERE, port));
    Thread.ofPlatform().daemon().start(() -> path.pass(path.front, path::up));
    return path;
  }

  int port() {
    return front.getLocalPort();
  }

  void cut() {
    cut = true;
  }

  void mend() {
    cut = false;
  }

  /** Datagrams so far, both ways. */
  long passed() {
    return passed.get();
  }

  @Override
  public void close() {
    front.close();
    backs.values().forEach(DatagramSocket::close);
  }

  private interface Way {
    void take(DatagramPacket packet) throws IOException;
  }

  private void pass(DatagramSocket from, Way way) {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!from.isClosed()) {
      try {
        packet.setLength(LARGEST);
        from.receive(packet);
        if (!cut) {
          way.take(packet);
          passed.incrementAndGet();
        }
      } catch (IOException e) {
        LOG.debug("the path ends, or one of its ends is gone", e);
      }
    }
  }

  private void up(DatagramPacket packet) throws IOException {
    SocketAddress client = packet.getSocketAddress();
    DatagramSocket back = backs.get(client);
    if (back == null) {
      back = new DatagramSocket(0, HERE);
      backs.put(client, back);
      DatagramSocket opened = back;
      Thread.ofPlatform().daemon().start(() -> pass(opened, answer -> down(answer, client)));
    }
    packet.setSocketAddress(server);
    back.send(packet);
  }

  private void down(DatagramPacket packet, SocketAddress client) throws IOException {
    packet.setSocketAddress(client);
    front.send(packet);
  }
}
