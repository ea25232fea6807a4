package charla.server.chat;

import charla.server.account.Accounts;
import charla.server.account.People;
import charla.server.live.Connections;
import java.time.Clock;
import java.util.function.LongSupplier;

/** All that this package does for others, wired. */
public record Chat(
    ChatService service,
    ConversationService conversations,
    Visibility visibility,
    Presence presence,
    Heads heads,
    CallLog callLog) {

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
    Visibility visibility = new Visibility(accounts, conversations);
    Faces faces = new Faces(accounts, new People(accounts, connections), visibility);
    return new Chat(
        new ChatService(members, conversations, messages, connections, Pace.usual(nanoTime), clock),
        new ConversationService(members, faces, conversations, messages, connections),
        visibility,
        new Presence(accounts, visibility, connections, clock),
        new Heads(conversations, messages),
        new CallLog(messages, connections));
  }
}
