package charla.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one session: an ObjectId, 24 hex digits in lower case, chosen by the server. */
public record SessionId(@JsonValue String value) {
  @JsonCreator
  public SessionId {
    Checks.objectId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
