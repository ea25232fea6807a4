package charla.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.IceServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** M5 and M6: the real coturn with the configuration that is shipped and the server's secrets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoturnTest {
  private static final Path SHIPPED = Path.of("packaging/coturn");

  /**
   * Open until the end: for coturn one that comes from the port of another one is the same, and has
   * a relay already.
   */
  private final List<TurnClient> clients = new ArrayList<>();

  private Coturn coturn;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    coturn = Coturn.start(folder, SHIPPED.resolve("coturn.sh"), "--relay-ip=::1");
  }

  @AfterAll
  void stop() {
    clients.forEach(TurnClient::close);
    coturn.close();
  }

  private static IceServer login(String secret, Instant at) {
    return new IceServers(
            new IceServers.Settings(List.of(), List.of("turn:localhost"), secret),
            InstantSource.fixed(at),
            new SecureRandom())
        .fresh()
        .getFirst();
  }

  private TurnClient client() throws IOException {
    return client(login(Coturn.SECRET, Instant.now()));
  }

  private TurnClient client(IceServer login) throws IOException {
    TurnClient client = new TurnClient(coturn.at(), login);
    clients.add(client);
    return client;
  }

  @Test
  void m5WhoIsInACallGetsARelayThatReachesTheInternet() throws IOException {
    TurnClient client = client();
    assertThat(client.allocate()).isEqualTo(TurnClient.GRANTED);
    assertThat(client.permit("8.8.8.8")).isEqualTo(TurnClient.GRANTED);

    TurnClient another = client();
    assertThat(another.allocateIpv6()).isEqualTo(TurnClient.GRANTED);
    assertThat(another.permit("2a00:1450::1")).isEqualTo(TurnClient.GRANTED);
  }

  @Test
  void m5NobodyElseDoes() throws IOException {
    IceServer good = login(Coturn.SECRET, Instant.now());
    IceServer another = login(Coturn.SECRET, Instant.now());
    List<IceServer> wrong =
        List.of(
            login("another secret of someone", Instant.now()),
            login(Coturn.SECRET, Instant.now().minus(IceServers.VALID_FOR).minusSeconds(60)),
            new IceServer(List.of(), good.username(), another.credential()),
            new IceServer(List.of(), "2000000000:forged", good.credential()));

    for (IceServer login : wrong) {
      assertThat(client(login).allocate()).as(login.username()).isEqualTo(401);
    }
  }

  @Test
  void m5NobodyKnowsTheSecretOfWhoForgotToMakeOne() throws IOException {
    assertThat(Files.readAllLines(SHIPPED.resolve("turnserver.conf")))
        .contains("use-auth-secret")
        .noneMatch(line -> line.startsWith("static-auth-secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "15 characters .", "no file"})
  void m5WithoutASecretItDoesNotStart(String secret, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("secret");
    if (!secret.equals("no file")) {
      Files.writeString(file, secret);
    }

    Process process =
        Coturn.process(List.of(SHIPPED.resolve("coturn.sh").toString()), folder, file);

    try {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(folder.resolve("out")).content().contains(file.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.1",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.7",
        "224.0.0.1",
        "255.255.255.255"
      })
  void m6NoRelayIntoTheNetworksBehindIt(String peer) throws IOException {
    TurnClient client = client();
    assertThat(client.allocate()).isEqualTo(TurnClient.GRANTED);
    assertThat(client.permit(peer)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:192.168.1.1",
        "::ffff:169.254.169.254",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "2001:0:1::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void m6NorThroughTheirIpv6Names(String peer) throws IOException {
    TurnClient client = client();
    assertThat(client.allocateIpv6()).isEqualTo(TurnClient.GRANTED);
    assertThat(client.permit(peer)).isEqualTo(403);
  }
}
