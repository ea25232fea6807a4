package charla.server.mongo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A port in front of the database, at which the database and the network can fail. */
final class Relay implements AutoCloseable {
  private final int target;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable String> breakAfter = new AtomicReference<>();
  private volatile CountDownLatch silence = new CountDownLatch(0);
  private ServerSocket listener;

  Relay(int target) throws IOException {
    this.target = target;
    this.listener = listen(0);
    this.port = listener.getLocalPort();
  }

  String uri() {
    return "mongodb://localhost:" + port;
  }

  /** The database is gone: its port refuses, its connections break. */
  void cut() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  void restore() throws IOException {
    listener = listen(port);
  }

  /** The network is silent: connections stay and can even be made, but nothing passes. */
  void silence() {
    silence = new CountDownLatch(1);
  }

  /** What was held back passes now. */
  void speak() {
    silence.countDown();
  }

  /** The next such command reaches the database, and its connection breaks before the answer. */
  void breakBeforeAnswerTo(String command) {
    breakAfter.set(command);
  }

  @Override
  public void close() throws IOException {
    speak();
    cut();
  }

  private ServerSocket listen(int wanted) throws IOException {
    ServerSocket opened = new ServerSocket();
    opened.setReuseAddress(true);
    opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
    Thread.ofVirtual().start(() -> accept(opened));
    return opened;
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        new Link(from.accept(), new Socket(InetAddress.getLoopbackAddress(), target)).start();
      } catch (IOException e) {
        if (!from.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** One connection of the driver and its other half to the database. */
  private final class Link {
    private final Socket driver;
    private final Socket database;
    private volatile boolean breaking;

    Link(Socket driver, Socket database) {
      this.driver = driver;
      this.database = database;
      sockets.add(driver);
      sockets.add(database);
    }

    void start() {
      Thread.ofVirtual().start(() -> pump(driver, database));
      Thread.ofVirtual().start(() -> pump(database, driver));
    }

    private void pump(Socket from, Socket to) {
      byte[] bytes = new byte[64 * 1024];
      try (from;
          to) {
        int n = from.getInputStream().read(bytes);
        while (n >= 0 && !(breaking && from.equals(database))) {
          silence.await();
          notice(new String(bytes, 0, n, ISO_8859_1));
          to.getOutputStream().write(bytes, 0, n);
          n = from.getInputStream().read(bytes);
        }
      } catch (IOException | InterruptedException e) {
        breaking = true;
      } finally {
        sockets.remove(from);
      }
    }

    private void notice(String passing) {
      String command = breakAfter.get();
      if (command != null
          && passing.contains(command + "\0")
          && breakAfter.compareAndSet(command, null)) {
        breaking = true;
      }
    }
  }
}
