package charla.server.chat;

import charla.server.account.Accounts;
import charla.server.live.Connections;
import java.time.Clock;
import java.util.function.LongSupplier;

/** All that this package does for others, wired. */
public record Chat(
    ChatService service,
    ConversationService conversations,
    People people,
    Presence presence,
    Heads heads) {

  /**
   * @param nanoTime a clock that never jumps, in nanoseconds
   */
  public static Chat over(
      Accounts accounts,
      Conversations conversations,
      Messages messages,
      Connections connections,
      Clock clock,
      LongSupplier nanoTime) {
    Members members = new Members(accounts, conversations);
    People people = new People(accounts, conversations, connections);
    return new Chat(
        new ChatService(members, conversations, messages, connections, Pace.usual(nanoTime), clock),
        new ConversationService(members, people, conversations, messages, connections),
        people,
        new Presence(accounts, people, connections, clock),
        new Heads(conversations, messages));
  }
}
