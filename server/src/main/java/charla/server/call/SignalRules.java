package charla.server.call;

import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.Signal;
import charla.protocol.Text;
import charla.server.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a signal may be before it is passed on. A description is looked at only as far as it says
 * that it is about one stream of audio; the devices read the rest.
 */
final class SignalRules {
  private static final int MID_LENGTH = 64;
  private static final int LINE_LENGTH = 2_048;

  private SignalRules() {}

  /**
   * @throws Refusal {@code invalid_request}
   */
  static void require(Signal signal) {
    boolean good =
        switch (signal) {
          case Signal.Offer(String sdp) -> isAudio(sdp);
          case Signal.Answer(String sdp) -> isAudio(sdp);
          case Signal.Candidate(String mid, int line, String candidate) ->
              line == 0 && isPlain(mid, MID_LENGTH) && isPlain(candidate, Limits.CANDIDATE_BYTES);
          case Signal.CandidatesEnd _, Signal.Hold _ -> true;
          case Signal.Unknown _ -> false;
        };
    if (!good) {
      throw new Refusal(ErrorCode.INVALID_REQUEST, "a signal that is no signal of a voice call");
    }
  }

  static int length(Signal signal) {
    return switch (signal) {
      case Signal.Offer(String sdp) -> sdp.length();
      case Signal.Answer(String sdp) -> sdp.length();
      case Signal.Candidate(String mid, _, String candidate) -> mid.length() + candidate.length();
      case Signal.CandidatesEnd _, Signal.Hold _, Signal.Unknown _ -> 0;
    };
  }

  private static boolean isAudio(String sdp) {
    if (bytes(sdp) > Limits.SDP_BYTES || !Text.isWellFormed(sdp)) {
      return false;
    }
    List<String> lines = sdp.lines().toList();
    List<String> media = lines.stream().filter(line -> line.startsWith("m=")).toList();
    return media.size() == 1
        && lines.getFirst().equals("v=0")
        && lines.stream().allMatch(SignalRules::isLine)
        && media.getFirst().startsWith("m=audio ")
        && has(lines, "a=fingerprint:sha-256 ")
        && has(lines, "a=ice-ufrag:")
        && has(lines, "a=ice-pwd:");
  }

  /** RFC 8866, 5: one letter, an equals sign, and something without control characters. */
  private static boolean isLine(String line) {
    return line.matches("[a-z]=.+") && line.length() <= LINE_LENGTH && isPlain(line, LINE_LENGTH);
  }

  private static boolean has(List<String> lines, String start) {
    return lines.stream().anyMatch(line -> line.startsWith(start));
  }

  private static boolean isPlain(String text, int maxBytes) {
    return bytes(text) <= maxBytes
        && Text.isWellFormed(text)
        && text.chars().noneMatch(Character::isISOControl);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
