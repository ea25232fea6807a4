package charla.server.mongo;

import charla.protocol.CallId;
import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.MessageId;
import charla.server.chat.Messages.Draft;
import org.bson.Document;
import org.bson.types.ObjectId;

/** A message as a document of {@code chats}. */
final class StoredMessage {
  private StoredMessage() {}

  static Document document(Draft draft, ObjectId id, long seq) {
    Document document =
        new Document("_id", id)
            .append("conversationId", Ids.of(draft.conversationId()))
            .append("seq", seq)
            .append("clientId", draft.clientId().value())
            .append("fromUser", Ids.of(draft.fromUser()))
            .append("content", draft.content())
            .append("status", Message.Status.SENT.wireName())
            .append("createdAt", Times.of(draft.createdAt()));
    if (draft.toUser() != null) {
      document.append("toUser", Ids.of(draft.toUser()));
    }
    if (draft.call() != null) {
      document.append("call", document(draft.call()));
    }
    return document;
  }

  /** The stored status is for people who read the database; the port's readers derive it. */
  static Message read(Document document) {
    return new Message(
        new MessageId(document.getObjectId("_id").toHexString()),
        new ConversationId(document.getObjectId("conversationId").toHexString()),
        document.getLong("seq"),
        new ClientId(document.getString("clientId")),
        Ids.user(document, "fromUser"),
        document.containsKey("toUser") ? Ids.user(document, "toUser") : null,
        document.getString("content"),
        Message.Status.SENT,
        Times.read(document, "createdAt"),
        document.containsKey("call") ? call(document.get("call", Document.class)) : null);
  }

  private static Document document(CallLine line) {
    Document call =
        new Document("callId", Ids.of(line.callId()))
            .append("reason", line.reason().wireName())
            .append("missed", line.reason().missed());
    return line.seconds() == null ? call : call.append("seconds", line.seconds());
  }

  private static CallLine call(Document call) {
    return new CallLine(
        new CallId(call.getObjectId("callId").toHexString()),
        CallReason.fromWire(call.getString("reason")),
        call.getLong("seconds"));
  }
}
