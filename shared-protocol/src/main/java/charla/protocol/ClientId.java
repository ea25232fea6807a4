package charla.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Names one sending of one message: 128 random bits as 32 hex digits in lower case, made once by
 * the sender and repeated on every retry, so that a message is stored once however often it is
 * sent.
 */
public record ClientId(@JsonValue String value) {
  @JsonCreator
  public ClientId {
    Checks.hex(value, 32);
  }

  public static ClientId random(SecureRandom random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return new ClientId(HexFormat.of().formatHex(bytes));
  }

  @Override
  public String toString() {
    return value;
  }
}
