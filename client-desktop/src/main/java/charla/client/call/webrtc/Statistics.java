package charla.client.call.webrtc;

import charla.client.call.Quality;
import charla.client.call.Quality.Path;
import charla.client.call.Quality.Way;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads WebRTC's statistics (W3C webrtc-stats), whose counters only grow. Media thread only. */
final class Statistics {
  private double lost;
  private double received;

  /** How loud the microphone is, 0 to 1, muted or not. */
  static double own(RTCStatsReport report) {
    return number(first(report, RTCStatsType.MEDIA_SOURCE), "audioLevel");
  }

  /** How loud the other one is, 0 to 1. */
  static double other(RTCStatsReport report) {
    return number(first(report, RTCStatsType.INBOUND_RTP), "audioLevel");
  }

  /** From the other device, so far. */
  static Flow.Arrived arrived(RTCStatsReport report) {
    return new Flow.Arrived(
        number(first(report, RTCStatsType.INBOUND_RTP), "packetsReceived"),
        number(selectedPair(report), "responsesReceived"));
  }

  /** Since the last call of this. */
  Quality quality(RTCStatsReport report) {
    Map<String, Object> remote = first(report, RTCStatsType.REMOTE_INBOUND_RTP);
    Map<String, Object> inbound = first(report, RTCStatsType.INBOUND_RTP);
    Map<String, Object> pair = selectedPair(report);
    Optional<Duration> roundTrip =
        pair.containsKey("currentRoundTripTime")
            ? Optional.of(seconds(pair, "currentRoundTripTime"))
            : Optional.empty();
    return new Quality(
        roundTrip,
        new Way(number(remote, "fractionLost"), seconds(remote, "jitter")),
        new Way(lossSince(inbound), seconds(inbound, "jitter")),
        codec(report, inbound),
        path(report, pair));
  }

  private double lossSince(Map<String, Object> inbound) {
    double lostBefore = lost;
    double receivedBefore = received;
    lost = number(inbound, "packetsLost");
    received = number(inbound, "packetsReceived");
    double missing = Math.max(0, lost - lostBefore);
    double expected = missing + Math.max(0, received - receivedBefore);
    return expected == 0 ? 0 : missing / expected;
  }

  private static Map<String, Object> selectedPair(RTCStatsReport report) {
    Object id = first(report, RTCStatsType.TRANSPORT).get("selectedCandidatePairId");
    return id == null ? Map.of() : byId(report, id);
  }

  private static Path path(RTCStatsReport report, Map<String, Object> pair) {
    return isRelay(report, pair, "localCandidateId") || isRelay(report, pair, "remoteCandidateId")
        ? Path.RELAYED
        : Path.DIRECT;
  }

  private static boolean isRelay(RTCStatsReport report, Map<String, Object> pair, String side) {
    Object id = pair.get(side);
    return id != null && "relay".equals(String.valueOf(byId(report, id).get("candidateType")));
  }

  /** {@code audio/opus} is opus. */
  private static String codec(RTCStatsReport report, Map<String, Object> inbound) {
    Object id = inbound.get("codecId");
    Object type = id == null ? null : byId(report, id).get("mimeType");
    return type == null ? "" : type.toString().replace("audio/", "");
  }

  private static Map<String, Object> byId(RTCStatsReport report, Object id) {
    RTCStats stats = report.getStats().get(id.toString());
    return stats == null ? Map.of() : stats.getAttributes();
  }

  private static Map<String, Object> first(RTCStatsReport report, RTCStatsType type) {
    return report.getStats().values().stream()
        .filter(stats -> stats.getType() == type)
        .findFirst()
        .map(RTCStats::getAttributes)
        .orElse(Map.of());
  }

  private static double number(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof Number number ? number.doubleValue() : 0;
  }

  private static Duration seconds(Map<String, Object> attributes, String name) {
    return Duration.ofNanos(Math.round(number(attributes, name) * 1e9));
  }
}
