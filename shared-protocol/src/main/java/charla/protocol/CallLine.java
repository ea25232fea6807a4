package charla.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What a conversation keeps of a call: a {@link Message} from the caller without text that carries
 * this.
 *
 * @param seconds from the answer to the end; null when there was no answer
 */
public record CallLine(CallId callId, CallReason reason, @Nullable Long seconds) {
  public CallLine {
    Checks.present(callId, "callId");
    Checks.present(reason, "reason");
  }
}
