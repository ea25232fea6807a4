package charla.server.mongo;

import charla.protocol.CallId;
import charla.protocol.ConversationId;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Ids as the database keeps them. An {@link ObjectId} can never be taken for an operator. */
final class Ids {
  private Ids() {}

  static ObjectId of(UserId id) {
    return new ObjectId(id.value());
  }

  static ObjectId of(SessionId id) {
    return new ObjectId(id.value());
  }

  static ObjectId of(CallId id) {
    return new ObjectId(id.value());
  }

  static ObjectId of(ConversationId id) {
    return new ObjectId(id.value());
  }

  static List<ObjectId> of(Collection<UserId> ids) {
    return ids.stream().map(Ids::of).toList();
  }

  static UserId user(Document document, String field) {
    return new UserId(document.getObjectId(field).toHexString());
  }
}
