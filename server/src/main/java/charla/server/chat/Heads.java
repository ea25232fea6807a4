package charla.server.chat;

import charla.protocol.ConversationId;
import charla.protocol.ServerFrame.Head;
import charla.protocol.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The newest number of each conversation of a person, by which a device knows what it lacks. */
public final class Heads {
  private final Conversations conversations;
  private final Messages messages;

  Heads(Conversations conversations, Messages messages) {
    this.conversations = conversations;
    this.messages = messages;
  }

  public List<Head> of(UserId userId) {
    List<ConversationId> ids =
        conversations.of(userId).stream().map(StoredConversation::id).toList();
    Map<ConversationId, Long> lastSeqs = messages.lastSeqs(ids);
    return ids.stream().map(id -> new Head(id, lastSeqs.getOrDefault(id, 0L))).toList();
  }

  /** What one device was told. For one thread at a time. */
  public final class Told {
    private final UserId userId;
    private final Map<ConversationId, Long> told = new HashMap<>();

    private Told(UserId userId) {
      this.userId = userId;
    }

    /** Those that moved since this was last asked; all of them the first time. */
    public List<Head> moved() {
      return Heads.this.of(userId).stream().filter(this::isNews).toList();
    }

    private boolean isNews(Head head) {
      Long before = told.put(head.conversationId(), head.lastSeq());
      return before == null || before != head.lastSeq();
    }
  }

  public Told toldTo(UserId userId) {
    return new Told(userId);
  }
}
