package charla.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as it is stored and shown.
 *
 * @param seq its place in the conversation: 1, 2, 3… without holes; order is by this number, never
 *     by time
 * @param clientId the sender's own name for it, by which a sender recognises its message
 * @param toUser the other person of a direct conversation
 * @param content plain text, 1 to 8000 code points; empty for a call
 * @param status how far it has come, as the log knew when this was sent; a {@link
 *     ServerFrame.Receipt} tells more
 * @param createdAt when the server stored it
 * @param call the call that ended here; null for everything that was written
 */
public record Message(
    MessageId id,
    ConversationId conversationId,
    long seq,
    ClientId clientId,
    UserId fromUser,
    @Nullable UserId toUser,
    String content,
    Status status,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CallLine call) {
  public Message {
    Checks.present(id, "id");
    Checks.present(conversationId, "conversationId");
    Checks.positive(seq, "seq");
    Checks.present(clientId, "clientId");
    Checks.present(fromUser, "fromUser");
    Checks.present(content, "content");
    Checks.present(status, "status");
    Checks.present(createdAt, "createdAt");
  }

  /** Something that was written. */
  public Message(
      MessageId id,
      ConversationId conversationId,
      long seq,
      ClientId clientId,
      UserId fromUser,
      @Nullable UserId toUser,
      String content,
      Status status,
      Instant createdAt) {
    this(id, conversationId, seq, clientId, fromUser, toUser, content, status, createdAt, null);
  }

  /** How far a message has come; each includes the one before. */
  public enum Status {
    SENT,
    DELIVERED,
    READ;

    @com.fasterxml.jackson.annotation.JsonValue
    public String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Whether it waits for this person: somebody else wrote it, or called and was missed. */
  public boolean isUnreadFor(UserId reader) {
    return !fromUser.equals(reader) && (call == null || call.reason().missed());
  }

  public Message withStatus(Status newStatus) {
    return new Message(
        id, conversationId, seq, clientId, fromUser, toUser, content, newStatus, createdAt, call);
  }

  public Message withCall(CallLine line) {
    return new Message(
        id, conversationId, seq, clientId, fromUser, toUser, content, status, createdAt, line);
  }
}
