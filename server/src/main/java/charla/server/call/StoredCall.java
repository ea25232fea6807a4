package charla.server.call;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.ConversationId;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as it is stored; each change makes the next one, with the next version. Times are whole
 * milliseconds and never fall.
 *
 * @param calleeSession the device that answered; null before the answer, as is {@code answeredOn}
 * @param reason null while it lives
 */
public record StoredCall(
    CallId id,
    ConversationId conversationId,
    long version,
    Call.State state,
    UserId caller,
    SessionId callerSession,
    UserId callee,
    @Nullable SessionId calleeSession,
    @Nullable String answeredOn,
    Instant createdAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable CallReason reason) {

  /** Who calls whom, from which device, and where it will be written down. */
  public record Attempt(
      CallId id,
      ConversationId conversationId,
      UserId caller,
      SessionId callerSession,
      UserId callee) {}

  static StoredCall dialing(Attempt attempt, Instant at) {
    return new StoredCall(
        attempt.id(),
        attempt.conversationId(),
        1,
        Call.State.DIALING,
        attempt.caller(),
        attempt.callerSession(),
        attempt.callee(),
        null,
        null,
        at,
        null,
        null,
        null);
  }

  /** Refused before anybody was told: it begins with its end. */
  static StoredCall busy(Attempt attempt, Instant at) {
    return dialing(attempt, at).to(1, Call.State.ENDED, null, at, CallReason.BUSY);
  }

  StoredCall ringing() {
    return to(version + 1, Call.State.RINGING, answeredAt, null, null);
  }

  StoredCall answered(SessionId device, String deviceName, Instant at) {
    return new StoredCall(
        id,
        conversationId,
        version + 1,
        Call.State.CONNECTING,
        caller,
        callerSession,
        callee,
        device,
        deviceName,
        createdAt,
        at,
        null,
        null);
  }

  StoredCall active() {
    return to(version + 1, Call.State.ACTIVE, answeredAt, null, null);
  }

  StoredCall ended(CallReason why, Instant at) {
    return to(version + 1, Call.State.ENDED, answeredAt, at, why);
  }

  StoredCall withVersion(long newVersion) {
    return to(newVersion, state, answeredAt, endedAt, reason);
  }

  public boolean isLive() {
    return state != Call.State.ENDED;
  }

  public boolean isAnswered() {
    return answeredAt != null;
  }

  /** Somebody whom the callee blocks called: the callee is told nothing. */
  public boolean isBarred() {
    return reason == CallReason.NOT_ALLOWED;
  }

  /** In whose list of calls it stands once it has ended. */
  public List<UserId> listedFor() {
    return isBarred() ? List.of(caller) : List.of(caller, callee);
  }

  boolean involves(UserId userId) {
    return caller.equals(userId) || callee.equals(userId);
  }

  /** Whether this device is one of the two that talk, or the one that waits for the answer. */
  boolean isParty(SessionId device) {
    return device.equals(callerSession) || device.equals(calleeSession);
  }

  /** The other of the two devices; empty before the answer. */
  Optional<SessionId> peerOf(SessionId device) {
    return Optional.ofNullable(device.equals(callerSession) ? calleeSession : callerSession);
  }

  /** From the answer to the end in whole seconds; null when one of them is missing. */
  public @Nullable Long seconds() {
    return answeredAt == null || endedAt == null
        ? null
        : Long.valueOf(Duration.between(answeredAt, endedAt).toSeconds());
  }

  /** What the conversation keeps of it once it has ended. */
  CallLine line() {
    if (reason == null) {
      throw new IllegalStateException("a call that lives has no line");
    }
    return new CallLine(id, reason, seconds());
  }

  private StoredCall to(
      long newVersion,
      Call.State newState,
      @Nullable Instant answer,
      @Nullable Instant end,
      @Nullable CallReason why) {
    return new StoredCall(
        id,
        conversationId,
        newVersion,
        newState,
        caller,
        callerSession,
        callee,
        calleeSession,
        answeredOn,
        createdAt,
        answer,
        end,
        why);
  }
}
