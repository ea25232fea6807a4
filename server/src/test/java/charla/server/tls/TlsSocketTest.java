package charla.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import charla.protocol.ConversationId;
import charla.protocol.Limits;
import charla.server.web.Listen;
import charla.server.web.TestClient;
import charla.server.web.TestLive;
import charla.server.web.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server and real TLS sockets. */
@Timeout(60)
class TlsSocketTest {
  private static final List<String> ONLY_13 = List.of("TLSv1.3");
  private static final int TLS_ALERT = 0x15;
  private static final int PROTOCOL_VERSION = 70;

  @TempDir Path folder;
  private Certificates certificates;
  private TestServer server;
  private final List<TestClient> clients = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    certificates = certificates(folder, Instant.now(), "localhost", "127.0.0.1", "::1");
    server = start(certificates, ONLY_13);
  }

  @AfterEach
  void stop() {
    clients.forEach(TestClient::close);
    server.close();
  }

  /** The hello of a client that knows nothing newer than this version. */
  @ParameterizedTest(name = "X1: version {0} is refused")
  @ValueSource(strings = {"0301", "0302", "0303"})
  void x1OlderVersionsAreRefused(String version) throws IOException {
    String body = version + "00".repeat(32) + "00" + "0004" + "c02bc02f" + "0100";
    String hello = "16" + version + "002f" + "01" + "00002b" + body;

    byte[] answer = answerTo(HexFormat.of().parseHex(hello));

    assertThat(answer).hasSizeGreaterThanOrEqualTo(7);
    assertThat(answer[0]).isEqualTo((byte) TLS_ALERT);
    assertThat(answer[6]).isEqualTo((byte) PROTOCOL_VERSION);
  }

  @Test
  void x1PlainRequestsGetNoAnswer() throws IOException {
    byte[] answer =
        answerTo("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("HTTP");
    assertThat(client("localhost", certificates).get("/server").status()).isEqualTo(200);
  }

  @Test
  void x1Tls12IsSpokenWhereItIsWantedOnly() throws Exception {
    assertThatThrownBy(() -> protocol(server, "TLSv1.2")).isInstanceOf(SSLHandshakeException.class);
    assertThat(protocol(server, "TLSv1.3")).isEqualTo("TLSv1.3");

    try (TestServer older = start(certificates, List.of("TLSv1.3", "TLSv1.2"))) {
      assertThat(protocol(older, "TLSv1.2")).isEqualTo("TLSv1.2");
    }
  }

  @Test
  void theChainHoldsTheAuthorityThatClientsPin() throws Exception {
    try (SSLSocket socket = socket(server, "TLSv1.3")) {
      Certificate[] chain = socket.getSession().getPeerCertificates();

      assertThat(chain).containsExactly(certificates.server(), certificates.authority());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void whoTrustsTheAuthorityReachesTheServerByEachOfItsNames(String host) {
    TestClient ana = registered("ana", host);
    TestClient bob = registered("bob", host);

    assertThat(ana.live().say(ana.conversationWith(bob), "hi").seq()).isEqualTo(1);
  }

  @Test
  void x2AnotherAuthorityIsRefusedForHttpAndWebSocket() throws IOException {
    Certificates other =
        certificates(Files.createDirectory(folder.resolve("other")), Instant.now(), "localhost");

    assertRefused(other);
  }

  @Test
  void x2ANameThatTheCertificateDoesNotHoldIsRefused() throws IOException {
    Certificates elsewhere = certificates(folder, Instant.now(), "home.lan");
    server.web().renewTls(elsewhere.tls());

    assertRefused(elsewhere);
  }

  @Test
  void x2AnExpiredCertificateIsRefused() throws IOException {
    Path past = Files.createDirectory(folder.resolve("past"));
    Certificates expired =
        certificates(past, Instant.now().minus(Duration.ofDays(398)), "localhost");
    server.web().renewTls(expired.tls());

    assertRefused(expired);
  }

  @Test
  void x3ARenewedCertificateIsShownToNewConnectionsAndDropsNone() throws Exception {
    X509Certificate before = certificates.server();
    TestClient ana = registered("ana", "localhost");
    ConversationId conversation = ana.conversationWith(registered("bob", "localhost"));
    TestLive live = ana.live();

    Certificates renewed =
        certificates(folder, Instant.now(), "localhost", "127.0.0.1", "192.0.2.7");
    server.web().renewTls(renewed.tls());

    assertThat(live.say(conversation, "still here").seq()).isEqualTo(1);
    try (SSLSocket socket = socket(server, "TLSv1.3")) {
      assertThat(socket.getSession().getPeerCertificates())
          .containsExactly(renewed.server(), certificates.authority())
          .doesNotContain(before);
    }
  }

  private TestClient registered(String username, String host) {
    TestClient person = client(host, certificates);
    person.register(username);
    return person;
  }

  /** Refused by a client that trusts this authority and comes to {@code localhost}. */
  private void assertRefused(Certificates trusted) {
    SSLContext trust = Trusting.only(trusted.authority());
    try (HttpClient http = HttpClient.newBuilder().sslContext(trust).build()) {
      HttpRequest request = HttpRequest.newBuilder(uri("https", "localhost")).build();
      assertThatThrownBy(() -> http.send(request, HttpResponse.BodyHandlers.discarding()))
          .isInstanceOf(SSLHandshakeException.class);

      URI live = uri("wss", "localhost").resolve(Limits.LIVE_PATH);
      assertThatThrownBy(
              () -> http.newWebSocketBuilder().buildAsync(live, new WebSocket.Listener() {}).join())
          .hasCauseInstanceOf(SSLHandshakeException.class);
    }
  }

  private TestClient client(String host, Certificates trusted) {
    TestClient client = new TestClient(uri("https", host), Trusting.only(trusted.authority()));
    clients.add(client);
    return client;
  }

  private URI uri(String scheme, String host) {
    return URI.create(scheme + "://" + host + ":" + server.port() + "/");
  }

  private TestServer start(Certificates shown, List<String> protocols) throws IOException {
    return TestServer.start(
        Files.createTempDirectory(folder, "server"), new Listen.Tls(shown.tls(), protocols));
  }

  private String protocol(TestServer at, String offered) throws IOException {
    try (SSLSocket socket = socket(at, offered)) {
      return socket.getSession().getProtocol();
    }
  }

  private SSLSocket socket(TestServer at, String offered) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            Trusting.only(certificates.authority())
                .getSocketFactory()
                .createSocket("localhost", at.port());
    socket.setEnabledProtocols(new String[] {offered});
    socket.startHandshake();
    return socket;
  }

  private byte[] answerTo(byte[] bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(bytes);
      return socket.getInputStream().readAllBytes();
    }
  }

  private static Certificates certificates(Path folder, Instant now, String... names)
      throws IOException {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return Certificates.own(folder, "kitchen", clock, () -> Set.of(names));
  }
}
