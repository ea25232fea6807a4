package charla.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A call as it stands, told whole at every change.
 *
 * @param version 1 when it starts, one more at every change: a device takes only what is newer than
 *     what it has
 * @param caller without presence, as is {@code callee}: a call tells nobody who is online
 * @param callerSession the device that calls
 * @param calleeSession the device that answered; null before the answer
 * @param answeredOn what that device is called
 * @param answeredAt from here on the talk is counted; null when there was no answer
 * @param endedAt never before {@code answeredAt}; null while it lives
 * @param reason null while it lives
 */
public record Call(
    CallId id,
    ConversationId conversationId,
    long version,
    State state,
    User caller,
    User callee,
    SessionId callerSession,
    @Nullable SessionId calleeSession,
    @Nullable String answeredOn,
    Instant createdAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable CallReason reason) {
  public Call {
    Checks.present(id, "id");
    Checks.present(conversationId, "conversationId");
    Checks.positive(version, "version");
    Checks.present(state, "state");
    Checks.present(caller, "caller");
    Checks.present(callee, "callee");
    Checks.present(callerSession, "callerSession");
    Checks.present(createdAt, "createdAt");
  }

  /** How far it has come; each state may be followed by any later one. */
  public enum State {
    /** No device of the callee rings yet. */
    DIALING,
    /** A device of the callee really rings. */
    RINGING,
    /** It was answered; the two look for a path. */
    CONNECTING,
    /** They hear each other. */
    ACTIVE,
    /** Final. */
    ENDED;

    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
