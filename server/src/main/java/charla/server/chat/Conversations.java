package charla.server.chat;

import charla.protocol.ConversationId;
import charla.protocol.UserId;
import java.util.List;
import java.util.Optional;

/** Port: conversations and their members. The same promises as {@code Accounts}. */
public interface Conversations {
  /** What {@link #direct} found or made. */
  record Opened(StoredConversation conversation, boolean created) {}

  /**
   * The one direct conversation of these two, made when there is none; two who open it at once get
   * the same one.
   */
  Opened direct(UserId one, UserId other);

  Optional<StoredConversation> byId(ConversationId id);

  /** All that this person is a member of, in no particular order. */
  List<StoredConversation> of(UserId userId);

  /**
   * Raises a member's marks; a mark that would fall stays. {@code read} counts as delivered too.
   *
   * @return the member's marks afterwards; empty when nothing moved
   */
  Optional<StoredConversation.Watermarks> advance(
      ConversationId id, UserId userId, long delivered, long read);
}
