package charla.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its members sees it. A direct one has two members.
 *
 * @param lastSeq number of the newest message; 0 when there is none
 * @param lastMessage the newest message; null when there is none
 * @param unread messages of others above the reader's own read mark, counted up to {@link
 *     Limits#UNREAD_MAX}
 */
public record Conversation(
    ConversationId id,
    List<Member> members,
    long lastSeq,
    @Nullable Message lastMessage,
    int unread) {
  public Conversation {
    Checks.present(id, "id");
    members = List.copyOf(members);
  }

  /**
   * One member and how far they have come: both are message numbers that only grow.
   *
   * @param delivered the newest message that one of their devices has
   * @param read the newest message they have read; never above {@code delivered}
   */
  public record Member(User user, long delivered, long read) {
    public Member {
      Checks.present(user, "user");
    }
  }
}
