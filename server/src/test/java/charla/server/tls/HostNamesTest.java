package charla.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNamesTest {
  @TempDir Path folder;

  @Test
  void aMachineWithoutANameOfItsOwnHasTheOthers() {
    assertThat(HostNames.of("localhost", List.of())).contains("localhost", "127.0.0.1");
  }

  @Test
  void theMachineIsReachedByItsOwnNamesAndTheGivenOnes() {
    assertThat(HostNames.of(List.of("Home.LAN", "203.0.113.9")))
        .contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "home.lan", "203.0.113.9")
        .contains(HostNames.own());
  }

  @Test
  void aNameThatStaysMakesNoNewCertificateHoweverItIsWritten() throws Exception {
    List<String> given = List.of("Home.LAN", "FD00::1", "2001:db8::A");
    Certificates certificates =
        Certificates.own(folder, "kitchen", Clock.systemUTC(), () -> HostNames.of(given));

    assertThat(certificates.renewWhenDue()).isFalse();
  }
}
