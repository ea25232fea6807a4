package charla.server.chat;

import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as it is stored; a direct one has two members.
 *
 * @param members in a fixed order, each once
 */
public record StoredConversation(ConversationId id, List<Watermarks> members) {
  public StoredConversation {
    members = List.copyOf(members);
  }

  /**
   * How far one member has come; both only grow, {@code read <= delivered <= last number}.
   *
   * @param delivered the newest message that one of their devices has; 0 for none
   * @param read the newest message they have read; 0 for none
   */
  public record Watermarks(UserId userId, long delivered, long read) {}

  public Optional<Watermarks> member(UserId userId) {
    return members.stream().filter(m -> m.userId().equals(userId)).findFirst();
  }

  /** How far a message has come: as far as every member but its sender has. */
  public Message.Status statusOf(UserId fromUser, long seq) {
    List<Watermarks> others = members.stream().filter(m -> !m.userId().equals(fromUser)).toList();
    if (others.stream().allMatch(m -> m.read() >= seq)) {
      return Message.Status.READ;
    }
    return others.stream().allMatch(m -> m.delivered() >= seq)
        ? Message.Status.DELIVERED
        : Message.Status.SENT;
  }
}
