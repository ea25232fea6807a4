package charla.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one conversation: an ObjectId, 24 hex digits in lower case, chosen by the server. */
public record ConversationId(@JsonValue String value) {
  @JsonCreator
  public ConversationId {
    Checks.objectId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
