package charla.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one user: an ObjectId, 24 hex digits in lower case, chosen by the server. */
public record UserId(@JsonValue String value) {
  @JsonCreator
  public UserId {
    Checks.objectId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
