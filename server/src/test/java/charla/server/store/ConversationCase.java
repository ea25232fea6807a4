package charla.server.store;

import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.UserId;
import charla.server.chat.Messages;
import charla.server.chat.Messages.Draft;
import org.junit.jupiter.api.BeforeEach;

/** A fresh store with Ana, Bob and their conversation. */
public abstract class ConversationCase extends FreshStore {
  protected UserId ana;
  protected UserId bob;
  protected ConversationId conversation;

  @BeforeEach
  void makeConversation() {
    ana = account("ana").id();
    bob = account("bob").id();
    conversation = store().conversations().direct(ana, bob).conversation().id();
  }

  protected final Messages messages() {
    return store().messages();
  }

  protected final Draft draft(int clientId, String content) {
    return draft(clientId, ana, content);
  }

  protected final Draft draft(int clientId, UserId fromUser, String content) {
    UserId toUser = fromUser.equals(ana) ? bob : ana;
    return new Draft(clientId(clientId), conversation, fromUser, toUser, content, NOW);
  }

  protected static ClientId clientId(int number) {
    return new ClientId(String.format("%032x", number));
  }

  /** Appends what Ana writes. */
  protected final Message append(int clientId, String content) {
    return messages().append(draft(clientId, content)).message();
  }

  /** Ana writes messages 1 to {@code last} into the empty conversation. */
  protected final void fill(int last) {
    for (int i = 1; i <= last; i++) {
      append(i, "message " + i);
    }
  }
}
