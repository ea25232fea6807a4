package charla.client.call.webrtc;

import charla.protocol.Limits;
import charla.protocol.Signal;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The other device's addresses, as far as they may be tried. They may come doubled, and before the
 * description they belong to. Media thread only.
 */
final class Candidates {
  private static final Logger LOG = LoggerFactory.getLogger(Candidates.class);

  private final RTCPeerConnection connection;
  private final CandidateRules rules;
  private final Set<Signal.Candidate> heard = new LinkedHashSet<>();
  private int sinceDescribed;
  private boolean described;

  Candidates(RTCPeerConnection connection, CandidateRules rules) {
    this.connection = connection;
    this.rules = rules;
  }

  /** The server bounds their number too, and is not believed. */
  void hear(Signal.Candidate candidate) {
    sinceDescribed++;
    if (sinceDescribed > Limits.CANDIDATES_MAX || !rules.allow(candidate.candidate())) {
      LOG.debug("a candidate is not tried");
    } else if (heard.add(candidate) && described) {
      add(candidate);
    }
  }

  /** The other one's description is set, again perhaps; what came before it is taken now. */
  void described() {
    sinceDescribed = 0;
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
