package charla.server.chat;

import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.UserId;
import charla.server.account.Accounts;
import charla.server.refusal.Refusal;
import java.util.List;

/** Who may see and do what in a conversation. */
final class Members {
  private final Accounts accounts;
  private final Conversations conversations;

  Members(Accounts accounts, Conversations conversations) {
    this.accounts = accounts;
    this.conversations = conversations;
  }

  /**
   * @throws Refusal {@code not_found} when there is no such conversation or it is not this person's
   */
  StoredConversation require(ConversationId id, UserId userId) {
    return conversations
        .byId(id)
        .filter(c -> c.member(userId).isPresent())
        .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "not a member of a conversation"));
  }

  /**
   * @throws Refusal {@code not_found}
   */
  void requirePerson(UserId id) {
    if (accounts.byId(id).isEmpty()) {
      throw new Refusal(ErrorCode.NOT_FOUND, "no such person");
    }
  }

  /**
   * @throws Refusal {@code not_allowed} when either blocks the other
   */
  void requireNoBlock(UserId one, UserId other) {
    if (blockBetween(one, other)) {
      throw new Refusal(ErrorCode.NOT_ALLOWED, "blocked");
    }
  }

  boolean blockBetween(UserId one, UserId other) {
    return accounts.blockedBy(other).contains(one) || accounts.blockedBy(one).contains(other);
  }

  static List<UserId> all(StoredConversation conversation) {
    return conversation.members().stream().map(StoredConversation.Watermarks::userId).toList();
  }

  static List<UserId> othersThan(UserId userId, StoredConversation conversation) {
    return all(conversation).stream().filter(id -> !id.equals(userId)).toList();
  }
}
