package charla.client.trust;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.net.ServerClient;
import charla.client.net.TlsListener;
import charla.client.net.TlsListener.Shown;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.protocol.Fingerprint;
import charla.protocol.ServerInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins, and certificates that this computer trusts anyway. */
class TrustTest {
  private static final ServerAddress HOME = new ServerAddress("home.lan", 8443);
  private static final Fingerprint CA = new Fingerprint("ab".repeat(32));
  private static final String INFO =
      TlsListener.http(
          200,
          "{\"product\":\"charla\",\"version\":\"1\",\"apiVersion\":1,\"name\":\"x\","
              + "\"registration\":\"open\",\"empty\":false}");

  @TempDir Path folder;

  @Test
  void whatWasTrustedOnceIsRememberedByServerAndPort() {
    new Trust(file()).trust(HOME, CA);

    Trust again = new Trust(file());
    assertThat(again.pinned(HOME)).contains(CA);
    assertThat(again.pinned(new ServerAddress("home.lan", 9443))).isEmpty();
    assertThat(again.pinned(new ServerAddress("other.lan", 8443))).isEmpty();
  }

  @Test
  void whatIsForgottenIsAskedAgain() {
    Trust trust = new Trust(file());
    trust.trust(HOME, CA);
    trust.forget(HOME);

    assertThat(new Trust(file()).pinned(HOME)).isEmpty();
  }

  @Test
  void onlyTheOwnerReadsThePins() throws IOException {
    new Trust(file()).trust(HOME, CA);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aDamagedFileTrustsNobody() throws IOException {
    Files.writeString(file(), "home.lan\\:8443=everybody\n");

    assertThat(new Trust(file()).pinned(HOME)).isEmpty();
  }

  @Test
  void aCertificateThatThisComputerTrustsAnywayAsksNothingAndPinsNothing()
      throws IOException, GeneralSecurityException {
    Shown known = Shown.made(folder.resolve("known"), Clock.systemUTC(), "localhost");
    Trust trust = new Trust(file(), SystemAuthorities.managerOf(only(known)));
    try (TlsListener server = TlsListener.showing(known, INFO)) {
      assertThat(ask(server, trust)).isInstanceOf(Outcome.Success.class);
      assertThat(trust.pinned(server.address())).isEmpty();
    }
  }

  @Test
  void x2EvenAnAuthorityOfThisComputerVouchesForTheRightNameOnly()
      throws IOException, GeneralSecurityException {
    Shown known = Shown.made(folder.resolve("known"), Clock.systemUTC(), "elsewhere.example");
    Trust trust = new Trust(file(), SystemAuthorities.managerOf(only(known)));
    try (TlsListener server = TlsListener.showing(known, INFO)) {
      assertThat(ask(server, trust))
          .isEqualTo(
              new Outcome.Failure<ServerInfo>(
                  new Problem.WrongHostName(server.address().toString())));
    }
  }

  @Test
  void x4AnAuthorityOfThisComputerDoesNotReplaceAPinnedOne()
      throws IOException, GeneralSecurityException {
    Shown known = Shown.made(folder.resolve("known"), Clock.systemUTC(), "localhost");
    Trust trust = new Trust(file(), SystemAuthorities.managerOf(only(known)));
    try (TlsListener server = TlsListener.showing(known, INFO)) {
      trust.trust(server.address(), CA);

      assertThat(ask(server, trust))
          .isEqualTo(
              new Outcome.Failure<ServerInfo>(
                  new Problem.CertificateChanged(
                      server.address().toString(), CA, known.authority())));
    }
  }

  @Test
  void x2WhoeverForgetsToAskForTheHostNameGetsNoConnection() throws IOException {
    Shown good = Shown.made(folder.resolve("good"), Clock.systemUTC(), "localhost");
    Trust trust = new Trust(file());
    try (TlsListener server = TlsListener.showing(good, INFO)) {
      trust.trust(server.address(), good.authority());
      SSLSocket careless =
          (SSLSocket)
              trust
                  .contextFor(server.address())
                  .getSocketFactory()
                  .createSocket("localhost", server.address().port());
      try (careless) {
        careless.startHandshake();
        throw new AssertionError("it was let in");
      } catch (IOException e) {
        assertThat(UntrustedException.problemIn(e))
            .contains(new Problem.Insecure(server.address().toString()));
      }
    }
  }

  private Path file() {
    return folder.resolve("trust.properties");
  }

  private static Outcome<ServerInfo> ask(TlsListener server, Trust trust) {
    try (ServerClient client = new ServerClient(server.address(), trust)) {
      return Outcome.of(client::info);
    }
  }

  private static KeyStore only(Shown shown) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("ca", shown.keyStore().getCertificateChain("server")[1]);
    return store;
  }
}
