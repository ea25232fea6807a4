package charla.client.demo;

import charla.client.chat.Calling;
import charla.client.chat.conversation.ConversationView;
import java.net.URI;

/** Around a conversation that is pictured alone. */
final class Nowhere implements ConversationView.Surroundings {
  @Override
  public void back() {}

  @Override
  public void open(URI link) {}

  @Override
  public Calling calling() {
    return new StagedCalls();
  }
}
