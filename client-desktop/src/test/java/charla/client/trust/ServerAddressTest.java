package charla.client.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
  @ParameterizedTest
  @CsvSource({
    "home.lan, home.lan, 8443",
    "' Home.LAN ', home.lan, 8443",
    "home.lan:9443, home.lan, 9443",
    "192.168.1.5, 192.168.1.5, 8443",
    "[::1]:9443, ::1, 9443",
    "[fe80::1], fe80::1, 8443",
    "bücher.example, xn--bcher-kva.example, 8443"
  })
  void understandsWhatPeopleType(String typed, String host, int port) {
    assertThat(ServerAddress.parse(typed)).contains(new ServerAddress(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "home.lan:",
        "home.lan:0",
        "home.lan:65536",
        "home.lan:x",
        "https://home.lan",
        "home.lan/path",
        "user@home.lan",
        "home lan",
        "a..b",
        "::1",
        "[::1"
      })
  void refusesEverythingElse(String typed) {
    assertThat(ServerAddress.parse(typed)).isEmpty();
  }

  @Test
  void isShownAsItWouldBeTyped() {
    assertThat(new ServerAddress("home.lan", 8443)).hasToString("home.lan");
    assertThat(new ServerAddress("::1", 9443)).hasToString("[::1]:9443");
    assertThat(new ServerAddress("::1", 9443).uri("https", "/x"))
        .hasToString("https://[::1]:9443/x");
  }
}
