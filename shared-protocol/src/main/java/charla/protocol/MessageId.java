package charla.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one message: an ObjectId, 24 hex digits in lower case, chosen by the server. */
public record MessageId(@JsonValue String value) {
  @JsonCreator
  public MessageId {
    Checks.objectId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
