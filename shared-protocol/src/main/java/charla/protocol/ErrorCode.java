package charla.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * Every reason for which the server refuses something. On the wire it is the constant's name in
 * lower case ({@code rate_limited}); a code is never renamed, only added to.
 */
public enum ErrorCode {
  // What was asked is not well formed.
  INVALID_REQUEST(400),
  INVALID_JSON(400),
  USERNAME_INVALID(400),
  DISPLAY_NAME_INVALID(400),
  PASSWORD_TOO_SHORT(400),
  PASSWORD_TOO_LONG(400),
  PASSWORD_TOO_COMMON(400),
  PASSWORD_INVALID(400),
  TEXT_EMPTY(400),
  TEXT_TOO_LONG(400),
  TEXT_INVALID(400),
  BEYOND_END(400),
  // Who asks is not known, or may not.
  WRONG_CREDENTIALS(401),
  SESSION_ENDED(401),
  NOT_ALLOWED(403),
  FOREIGN_ORIGIN(403),
  INVITE_REQUIRED(403),
  INVITE_INVALID(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  USERNAME_TAKEN(409),
  CLIENT_ID_CONFLICT(409),
  IN_A_CALL(409),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  CLIENT_TOO_OLD(426),
  // Not now: the same request may succeed later.
  RATE_LIMITED(429),
  INTERNAL(500),
  UNAVAILABLE(503),
  STORAGE_FULL(507),
  /** A code that this version does not know; only ever read, never sent. */
  UNKNOWN(500);

  private final int httpStatus;

  ErrorCode(int httpStatus) {
    this.httpStatus = httpStatus;
  }

  public int httpStatus() {
    return httpStatus;
  }

  /** Whether the same request, unchanged, may succeed later. */
  public boolean retryable() {
    return switch (this) {
      case RATE_LIMITED, UNAVAILABLE, STORAGE_FULL, INTERNAL -> true;
      default -> false;
    };
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static ErrorCode fromWire(String wireName) {
    return Arrays.stream(values())
        .filter(code -> code.wireName().equals(wireName))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
