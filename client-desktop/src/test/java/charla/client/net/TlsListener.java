package charla.client.net;

import charla.client.trust.ServerAddress;
import charla.protocol.Fingerprint;
import charla.server.tls.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

/**
 * Something at the other end that shows whatever certificate a test wants, answers every request
 * with the same bytes, and counts what it was told inside TLS.
 */
final class TlsListener implements AutoCloseable {
  /** What it shows. */
  record Shown(KeyStore keyStore, Fingerprint authority) {
    /** A certificate of a fresh authority, kept in this folder, for these names. */
    static Shown made(Path folder, Clock clock, String... names) throws IOException {
      Files.createDirectories(folder);
      Certificates certificates =
          Certificates.own(folder, "test", clock, () -> Set.of(names));
      return new Shown(certificates.keyStore(), Fingerprint.of(certificates.authority()));
    }

    /** Made so long ago that it is over. */
    static Shown expired(Path folder, String... names) throws IOException {
      return made(folder, Clock.offset(Clock.systemUTC(), Duration.ofDays(-400)), names);
    }
  }

  private final SSLServerSocket socket;
  private final byte[] answer;
  private final AtomicLong told = new AtomicLong();

  private TlsListener(SSLServerSocket socket, byte[] answer) {
    this.socket = socket;
    this.answer = answer;
  }

  static TlsListener showing(Shown shown, String answer) throws IOException {
    return showing(shown, answer.getBytes(StandardCharsets.UTF_8));
  }

  static TlsListener showing(Shown shown, byte[] answer) throws IOException {
    SSLServerSocket socket =
        (SSLServerSocket)
            factory(shown.keyStore()).createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    TlsListener listener = new TlsListener(socket, answer);
    Thread.ofVirtual().start(listener::accept);
    return listener;
  }

  static String http(int status, String body) {
    return "HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, body);
  }

  ServerAddress address() {
    return new ServerAddress("localhost", socket.getLocalPort());
  }

  /** Bytes that came after the handshake. */
  long told() {
    return told.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection;
        InputStream in = connection.getInputStream();
        OutputStream out = connection.getOutputStream()) {
      byte[] buffer = new byte[8192];
      int length = in.read(buffer);
      while (length > 0) {
        told.addAndGet(length);
        out.write(answer);
        out.flush();
        length = in.read(buffer);
      }
    } catch (IOException e) {
      // The client hung up in the handshake, as it should when it does not trust this.
      return;
    }
  }

  private static SSLServerSocketFactory factory(KeyStore keyStore) throws IOException {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(keyStore, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context.getServerSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }
}
