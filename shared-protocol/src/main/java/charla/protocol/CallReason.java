package charla.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why a call ended; on the wire in lower case. The first that is stored stays. */
public enum CallReason {
  /** It was answered, and somebody hung up. */
  COMPLETED,
  /** The caller gave up, or vanished, before the answer. */
  CANCELLED,
  DECLINED,
  /** It rang until the end. */
  NO_ANSWER,
  /** The callee was in another call. */
  BUSY,
  /** No device of the callee rang. */
  UNREACHABLE,
  /**
   * The callee does not want to be called by the caller; the caller is told {@link #UNREACHABLE}.
   */
  NOT_ALLOWED,
  /** It was answered, and the two lost each other. */
  LOST,
  /** It was answered, and no path for the audio was found. */
  ICE_FAILED,
  /** A reason that this version does not know; only ever read, never sent. */
  UNKNOWN;

  /** Whether the callee would want to call back. */
  public boolean missed() {
    return switch (this) {
      case CANCELLED, NO_ANSWER, BUSY, UNREACHABLE -> true;
      default -> false;
    };
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static CallReason fromWire(String wireName) {
    return Arrays.stream(values())
        .filter(reason -> reason.wireName().equals(wireName))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
