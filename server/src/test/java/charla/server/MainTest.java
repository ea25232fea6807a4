package charla.server;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.ClientFrame;
import charla.protocol.CloseCode;
import charla.protocol.ErrorCode;
import charla.protocol.InviteLink;
import charla.server.store.Store;
import charla.server.web.TestClient;
import charla.server.web.TestLive;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands, beside a server that is running on the same data folder. */
class MainTest {
  private static final int QUICK = 4;
  private static final String NEW_PASSWORD = "velvet-orbit-77-lynx";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<TestClient> clients = new ArrayList<>();
  private CharlaServer server;

  @BeforeEach
  void start() {
    server = CharlaServer.start(ServerConfig.parse(Map.of(), options("--port=0")), QUICK);
  }

  @AfterEach
  void stop() {
    clients.forEach(TestClient::close);
    server.close();
  }

  @Test
  void anInviteLetsSomebodyIn() {
    client().register("ana");

    assertThat(run("invite", "--uses=2")).isZero();
    InviteLink link =
        InviteLink.parse(out.toString().lines().findFirst().orElseThrow()).orElseThrow();

    var request = new Bodies.Register("bob", "Bob", NEW_PASSWORD, link.code().orElseThrow(), "x");
    assertThat(client().post("/users", request).status()).isEqualTo(201);
    var without = new Bodies.Register("eva", "Eva", NEW_PASSWORD, null, "x");
    assertThat(client().post("/users", without).code()).isEqualTo(ErrorCode.INVITE_REQUIRED);
  }

  @Test
  void t3WhoIsSuspendedFromOutsideIsCutOffAtTheNextPing() {
    TestClient ana = client();
    ana.register("ana");
    TestLive live = ana.live();

    assertThat(run("suspend", "Ana")).isZero();

    live.send(new ClientFrame.Ping());
    assertThat(live.closeCode()).isEqualTo(CloseCode.SESSION_ENDED);
    assertThat(signIn("ana", TestClient.PASSWORD).code()).isEqualTo(ErrorCode.WRONG_CREDENTIALS);

    assertThat(run("readmit", "ana")).isZero();
    assertThat(signIn("ana", TestClient.PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void whoIsLockedOutGetsANewPassword() {
    client().register("ana");

    assertThat(run("password", "ana", "--new-password=" + NEW_PASSWORD)).isZero();

    assertThat(signIn("ana", NEW_PASSWORD).status()).isEqualTo(201);
    assertThat(out.toString()).doesNotContain(NEW_PASSWORD);
  }

  @Test
  void theNewPasswordIsAskedForWhenLeftOut() {
    client().register("ana");
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream((NEW_PASSWORD + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run("password", "ana")).isZero();
    } finally {
      System.setIn(before);
    }

    assertThat(signIn("ana", NEW_PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void afterABackupWasPutBackAppsHearOfAnotherLog() {
    String before = epoch();

    assertThat(run("restored")).isZero();

    server.close();
    start();
    assertThat(epoch()).isNotEqualTo(before);
  }

  @Test
  void mistakesAreSaidInASentence() throws Exception {
    Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");

    assertThat(run("suspend", "nobody")).isEqualTo(1);
    assertThat(run("password", "nobody", "--new-password=" + NEW_PASSWORD)).isEqualTo(1);
    assertThat(run("fingerprint", "--file=" + text)).isEqualTo(1);
    assertThat(run("fingerprint", "--file=none.pem")).isEqualTo(1);

    assertThat(err.toString().lines())
        .containsExactly(
            "There is nobody of this name.",
            "There is nobody of this name.",
            text + " holds no certificate",
            "none.pem cannot be read as a PEM file");
  }

  private String epoch() {
    ServerConfig config = ServerConfig.parse(Map.of(), options());
    try (Store store = Stores.open(config, folder, Clock.systemUTC())) {
      return store.epoch();
    }
  }

  private TestClient client() {
    TestClient client = new TestClient(URI.create("http://127.0.0.1:" + server.port()));
    clients.add(client);
    return client;
  }

  private TestClient.Answer signIn(String username, String password) {
    return client().post("/sessions", new Bodies.SignIn(username, password, "x"));
  }

  private int run(String... command) {
    CommandLine commandLine =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return Main.run(commandLine, options(command));
  }

  private String[] options(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--data-dir=" + folder,
                "--listen=127.0.0.1",
                "--plain-http",
                "--registration=invite"));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }
}
