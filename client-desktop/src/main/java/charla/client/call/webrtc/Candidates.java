package charla.client.call.webrtc;

import charla.protocol.Signal;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The other device's addresses. They may come doubled, and before the description they belong to.
 * Media thread only.
 */
final class Candidates {
  private final RTCPeerConnection connection;
  private final Set<Signal.Candidate> heard = new LinkedHashSet<>();
  private boolean described;

  Candidates(RTCPeerConnection connection) {
    this.connection = connection;
  }

  void hear(Signal.Candidate candidate) {
    if (heard.add(candidate) && described) {
      add(candidate);
    }
  }

  /** The other one's description is set, again perhaps; what came before it is taken now. */
  void described() {
    if (!described) {
      described = true;
      heard.forEach(this::add);
    }
  }

  private void add(Signal.Candidate candidate) {
    connection.addIceCandidate(
        new RTCIceCandidate(candidate.mid(), candidate.line(), candidate.candidate()));
  }
}
