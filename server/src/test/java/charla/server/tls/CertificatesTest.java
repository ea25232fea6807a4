package charla.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void theAuthorityIsMadeOnceAndStays() throws Exception {
    X509Certificate first = open(NOW, "home.lan").authority();

    assertThat(open(NOW, "home.lan").authority()).isEqualTo(first);
    assertThat(first.getSubjectX500Principal().getName()).contains("kitchen");
  }

  @Test
  void theServerCertificateNamesTheMachineAndIsSignedByTheAuthority() throws Exception {
    Certificates certificates = open(NOW, "home.lan", "192.0.2.7");

    certificates.server().verify(certificates.authority().getPublicKey());
    assertThat(certificates.server().getSubjectAlternativeNames().toString())
        .contains("home.lan")
        .contains("192.0.2.7");
  }

  @Test
  void x3TheServerCertificateLastsNoLongerThan397Days() throws Exception {
    X509Certificate server = open(NOW, "home.lan").server();

    assertThat(
            Duration.between(server.getNotBefore().toInstant(), server.getNotAfter().toInstant()))
        .isLessThanOrEqualTo(Duration.ofDays(397));
  }

  @Test
  void x3ItIsRenewedUnderTheSameAuthorityBeforeItEnds() throws Exception {
    Certificates before = open(NOW, "home.lan");

    Certificates after = open(NOW.plus(Duration.ofDays(370)), "home.lan");

    assertThat(after.authority()).isEqualTo(before.authority());
    assertThat(after.server()).isNotEqualTo(before.server());
    after.server().verify(before.authority().getPublicKey());
  }

  @Test
  void itStaysWhileNothingChanges() throws Exception {
    Certificates certificates = open(NOW, "home.lan");

    assertThat(certificates.renewWhenDue()).isFalse();
    assertThat(open(NOW.plus(Duration.ofDays(300)), "home.lan").server())
        .isEqualTo(certificates.server());
  }

  @Test
  void aNewNameOfTheMachineMakesANewCertificate() throws Exception {
    X509Certificate before = open(NOW, "home.lan").server();

    assertThat(open(NOW, "home.lan", "10.0.0.9").server()).isNotEqualTo(before);
  }

  @Test
  void x3KeysAreTheOwnersAlone() throws Exception {
    open(NOW, "home.lan");

    for (String name : Set.of("ca.key", "server.pem")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void anAuthorityWithoutItsKeyIsSaidAndNotReplaced() throws Exception {
    open(NOW, "home.lan");
    Files.delete(folder.resolve("ca.key"));

    assertThatThrownBy(() -> open(NOW, "home.lan"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("put it back");
  }

  @Test
  void filesWithoutACertificateOrKeyAreNamed() throws Exception {
    Path nothing = Files.writeString(folder.resolve("nothing.pem"), "nothing");

    assertThatThrownBy(() -> Certificates.given(nothing, nothing))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nothing.pem");
  }

  private Certificates open(Instant now, String... names) throws IOException {
    return Certificates.own(
        folder, "kitchen", Clock.fixed(now, ZoneOffset.UTC), () -> Set.of(names));
  }
}
