package charla.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * What the two devices of an answered call say to each other to find a path, told apart by {@code
 * kind}. The server passes it on and keeps it for {@link Limits#RESUME_WITHIN}; it never looks for
 * a path itself. Not for logs: it holds addresses.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Signal.Unknown.class)
public sealed interface Signal {

  /**
   * The caller's description of its audio; a later one restarts the search for a path.
   *
   * @param sdp RFC 8866, at most {@link Limits#SDP_BYTES}, with one audio section and nothing else
   */
  @JsonTypeName("offer")
  record Offer(String sdp) implements Signal {
    public Offer {
      Checks.present(sdp, "sdp");
    }
  }

  /** The answer to the last offer, of the same form. */
  @JsonTypeName("answer")
  record Answer(String sdp) implements Signal {
    public Answer {
      Checks.present(sdp, "sdp");
    }
  }

  /**
   * An address at which the sender may be reached (RFC 8839).
   *
   * @param mid which section of the description it belongs to
   * @param line the number of that section, from 0
   * @param candidate at most {@link Limits#CANDIDATE_BYTES}
   */
  @JsonTypeName("candidate")
  record Candidate(String mid, int line, String candidate) implements Signal {
    public Candidate {
      Checks.present(mid, "mid");
      Checks.present(candidate, "candidate");
    }
  }

  /** The sender has no more addresses for its last description. */
  @JsonTypeName("candidatesEnd")
  record CandidatesEnd() implements Signal {}

  /** The sender put the other on hold, or took them back. */
  @JsonTypeName("hold")
  record Hold(boolean held) implements Signal {}

  /** Something of a newer version. */
  record Unknown() implements Signal {}
}
