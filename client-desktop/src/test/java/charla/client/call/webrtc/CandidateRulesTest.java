package charla.client.call.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.IceServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** M2: whoever accepts a call is not made to send where they would not. */
class CandidateRulesTest {
  private static final CandidateRules RULES =
      CandidateRules.of(
          List.of(
              new IceServer(List.of("stun:127.0.0.9:3478"), null, null),
              new IceServer(
                  List.of("turn:127.0.0.5:3478?transport=udp", "turns:[::1]:5349", "turn:chat"),
                  "who",
                  "what")));

  @ParameterizedTest
  @CsvSource({
    "192.168.1.20, 50000, typ host generation 0",
    "10.0.0.7, 1024, typ host",
    "203.0.113.7, 65535, typ srflx raddr 0.0.0.0 rport 0",
    "2001:db8::7, 40000, typ host",
    "fd12:3456::1, 40000, typ host",
    "127.0.0.5, 49200, typ relay raddr 0.0.0.0 rport 0",
    "::1, 49200, typ relay raddr :: rport 0"
  })
  void m2WhereTheOtherOneMayBeIsTried(String address, int port, String type) {
    assertThat(RULES.allow(candidate("udp", address, Integer.toString(port), type))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "127.0.0.9",
        "::ffff:127.0.0.1",
        "169.254.169.254",
        "fe80::1",
        "0.0.0.0",
        "::",
        "224.0.0.251",
        "ff02::1",
        "router.lan",
        "0177.0.0.1",
        "2130706433",
        "::ffff:7f00:1",
        "::ffff:192.168.1.1",
        "2001:db8::1%lo",
        ""
      })
  void m2IntoTheOwnComputerAndToNobodysAddressNothingIsSent(String address) {
    assertThat(RULES.allow(candidate("udp", address, "50000", "typ host"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "80", "443", "1023", "65536", "-1", "x", "99999999999"})
  void m2ServicesAreNotKnockedAt(String port) {
    assertThat(RULES.allow(candidate("udp", "192.168.1.1", port, "typ host"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "candidate:1 1 tcp 1 192.168.1.1 6379 typ host tcptype passive",
        "candidate:1 1 udp 1 192.168.1.1",
        "1 1 udp 1 192.168.1.1 50000 typ host",
        ""
      })
  void m2WhatIsNoCandidateOfAnAudioCallIsDropped(String candidate) {
    assertThat(RULES.allow(candidate)).isFalse();
  }

  @Test
  void m2ADescriptionBringsNoOthersIn() {
    String good = "a=" + candidate("udp", "192.168.1.20", "50000", "typ host");
    String bad = "a=" + candidate("udp", "127.0.0.1", "50000", "typ host");

    assertThat(RULES.allowedOnly("v=0\r\n" + bad + "\r\n" + good + "\r\na=ice-ufrag:x\r\n"))
        .isEqualTo("v=0\r\n" + good + "\r\na=ice-ufrag:x\r\n");
  }

  private static String candidate(String transport, String address, String port, String type) {
    return "candidate:1 1 %s 2122260223 %s %s %s".formatted(transport, address, port, type);
  }
}
