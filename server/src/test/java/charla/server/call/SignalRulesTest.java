package charla.server.call;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import charla.protocol.Limits;
import charla.protocol.Signal;
import charla.server.refusal.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** M1 and M2: what the server passes on is about one stream of audio, and small. */
class SignalRulesTest {
  private static final String SDP = InTown.SDP;

  static Stream<String> oddDescriptions() {
    return Stream.of(
        "",
        "v=0",
        SDP.replace("v=0\n", ""),
        SDP.replace("m=audio", "m=video"),
        SDP + "m=video 9 UDP/TLS/RTP/SAVPF 96\n",
        SDP + "m=audio 9 UDP/TLS/RTP/SAVPF 111\n",
        SDP.replace("a=fingerprint", "a=finger"),
        SDP.replace("a=ice-ufrag", "a=ufrag"),
        SDP.replace("a=ice-pwd", "a=pwd"),
        SDP + "not a line\n",
        SDP + "\n\n",
        SDP + "a=\u0000\n",
        SDP + "a=\u001b[31m\n",
        SDP + "a=\ud800\n",
        SDP + "a=" + "x".repeat(3_000) + "\n",
        SDP + "a=x\n".repeat(Limits.SDP_BYTES / 4),
        "x".repeat(1_000_000));
  }

  @ParameterizedTest
  @MethodSource("oddDescriptions")
  void m1AnOddDescriptionIsRefused(String sdp) {
    assertThatThrownBy(() -> SignalRules.require(new Signal.Offer(sdp)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> SignalRules.require(new Signal.Answer(sdp)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void aDescriptionOfAudioPassesWithEitherEndOfLine() {
    assertThatCode(() -> SignalRules.require(new Signal.Offer(SDP))).doesNotThrowAnyException();
    assertThatCode(() -> SignalRules.require(new Signal.Answer(SDP.replace("\n", "\r\n"))))
        .doesNotThrowAnyException();
  }

  static Stream<Signal> oddSignals() {
    String good = "candidate:1 1 udp 1 203.0.113.7 4 typ host";
    return Stream.of(
        new Signal.Candidate("0", 1, good),
        new Signal.Candidate("0", -1, good),
        new Signal.Candidate("0".repeat(65), 0, good),
        new Signal.Candidate("0", 0, "x".repeat(Limits.CANDIDATE_BYTES + 1)),
        new Signal.Candidate("0", 0, good + "\na=candidate:2"),
        new Signal.Unknown());
  }

  @ParameterizedTest
  @MethodSource("oddSignals")
  void m2AnOddSignalIsRefused(Signal signal) {
    assertThatThrownBy(() -> SignalRules.require(signal)).isInstanceOf(Refusal.class);
  }
}
