package charla.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Names one call: 96 random bits as 24 hex digits in lower case, made by the device that calls and
 * repeated on every retry, so that a call is started once and rings once however often it is sent.
 */
public record CallId(@JsonValue String value) {
  @JsonCreator
  public CallId {
    Checks.objectId(value);
  }

  public static CallId random(SecureRandom random) {
    byte[] bytes = new byte[12];
    random.nextBytes(bytes);
    return new CallId(HexFormat.of().formatHex(bytes));
  }

  @Override
  public String toString() {
    return value;
  }
}
