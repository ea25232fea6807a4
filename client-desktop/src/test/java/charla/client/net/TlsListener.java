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
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something at the other end that shows whatever certificate a test wants, answers every request
 * with the same bytes, and counts what it was told inside TLS.
 */
public final class TlsListener implements AutoCloseable {
  /** What it shows. */
  public record Shown(KeyStore keyStore, Fingerprint authority) {
    /** A certificate of a fresh authority, kept in this folder, for these names. */
    public static Shown made(Path folder, Clock clock, String... names) throws IOException {
      Files.createDirectories(folder);
      Certificates certificates = Certificates.own(folder, "test", clock, () -> Set.of(names));
      return new Shown(
          keyStore(
              key(folder.resolve("server.pem")), certificates.server(), certificates.authority()),
          Fingerprint.of(certificates.authority()));
    }

    private static KeyStore keyStore(PrivateKey key, X509Certificate... chain) throws IOException {
      try {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, new char[0], chain);
        return store;
      } catch (GeneralSecurityException e) {
        throw new IOException(e);
      }
    }

    private static PrivateKey key(Path file) throws IOException {
      String pem = Files.readString(file);
      String begin = "-----BEGIN PRIVATE KEY-----";
      String body = pem.substring(pem.indexOf(begin) + begin.length(), pem.indexOf("-----END PRI"));
      try {
        return KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
      } catch (GeneralSecurityException e) {
        throw new IOException(e);
      }
    }

    /** Made so long ago that it is over. */
    public static Shown expired(Path folder, String... names) throws IOException {
      return made(folder, Clock.offset(Clock.systemUTC(), Duration.ofDays(-400)), names);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(TlsListener.class);

  private final SSLServerSocket socket;
  private final byte[] answer;
  private final AtomicLong told = new AtomicLong();

  private TlsListener(SSLServerSocket socket, byte[] answer) {
    this.socket = socket;
    this.answer = answer;
  }

  public static TlsListener showing(Shown shown, String answer) throws IOException {
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

  public static String http(int status, String body) {
    return "HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, body);
  }

  public ServerAddress address() {
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
    try {
      while (true) {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      LOG.debug("nobody listens any more", e);
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
      LOG.debug("the client hung up, as it should when it does not trust this", e);
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
