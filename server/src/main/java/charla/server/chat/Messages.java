package charla.server.chat;

import charla.protocol.CallLine;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: the log of each conversation. The same promises as {@code Accounts}; above all {@link
 * #append} returns only once the message survives a crash of process and machine.
 *
 * <p>{@link Message#status} of what is returned is {@code sent}; {@link
 * StoredConversation#statusOf} knows more. (The MongoDB adapter also keeps the stored field true,
 * for people who read the database.)
 */
public interface Messages {
  /**
   * A message to be stored; the number and the id are the store's to give.
   *
   * @param call the call that ended here; null for everything that was written
   */
  record Draft(
      ClientId clientId,
      ConversationId conversationId,
      UserId fromUser,
      @Nullable UserId toUser,
      String content,
      Instant createdAt,
      @Nullable CallLine call) {
    /** Something that was written. */
    public Draft(
        ClientId clientId,
        ConversationId conversationId,
        UserId fromUser,
        @Nullable UserId toUser,
        String content,
        Instant createdAt) {
      this(clientId, conversationId, fromUser, toUser, content, createdAt, null);
    }

    /** Whether this stored message is the same, sent before. */
    public boolean isRepeatOf(Message stored) {
      return stored.conversationId().equals(conversationId)
          && stored.content().equals(content)
          && Objects.equals(stored.call(), call);
    }
  }

  /**
   * What was stored.
   *
   * @param repeated whether this {@code clientId} of this sender was stored before; the message is
   *     then the first one
   */
  record Appended(Message message, boolean repeated) {}

  /**
   * Appends with the conversation's next number: 1, 2, 3… without holes, whatever dies. May be
   * called for one conversation by many threads.
   *
   * @throws charla.server.refusal.Refusal {@code client_id_conflict} when this sender used the
   *     {@code clientId} for other content or another conversation
   */
  Appended append(Draft draft);

  /** Up to {@code limit} messages above {@code seq}, rising. */
  List<Message> after(ConversationId id, long seq, int limit);

  /**
   * The last {@code limit} messages below {@code seq}, rising; {@code Long.MAX_VALUE} for the end.
   */
  List<Message> before(ConversationId id, long seq, int limit);

  /** The newest message. */
  Optional<Message> last(ConversationId id);

  /** Numbers of the newest messages; 0 for a conversation without one. Every id has an entry. */
  Map<ConversationId, Long> lastSeqs(Collection<ConversationId> ids);

  /**
   * Messages above {@code seq} that are not from this person, and calls that this person missed,
   * counted up to {@code max}.
   */
  int countFromOthers(ConversationId id, UserId userId, long seq, int max);
}
