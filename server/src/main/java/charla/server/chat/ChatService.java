package charla.server.chat;

import charla.protocol.ClientFrame;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.Message;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.Text;
import charla.protocol.UserId;
import charla.server.live.Connections;
import charla.server.refusal.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What people say to each other. Who says it is always the person of the session; number, time and
 * status are the server's. Every method may block and is safe for any thread.
 */
public final class ChatService {
  private final Members members;
  private final Conversations conversations;
  private final Messages messages;
  private final Connections connections;
  private final Pace pace;
  private final Clock clock;

  ChatService(
      Members members,
      Conversations conversations,
      Messages messages,
      Connections connections,
      Pace pace,
      Clock clock) {
    this.members = members;
    this.conversations = conversations;
    this.messages = messages;
    this.connections = connections;
    this.pace = pace;
    this.clock = clock;
  }

  /**
   * Stores a message, and only once it is durable tells the sending device and all other devices of
   * every member. A repeated {@code clientId} gets the first answer again; nobody else hears of it.
   *
   * @throws Refusal {@code not_found}, {@code not_allowed}, {@code text_…}, {@code rate_limited},
   *     {@code client_id_conflict}, or what the store says
   */
  public void send(UserId from, SessionId device, ClientFrame.SendMessage frame) {
    pace.sending().take(from);
    StoredConversation conversation = members.require(frame.conversationId(), from);
    List<UserId> others = Members.othersThan(from, conversation);
    others.forEach(other -> members.requireNoBlock(from, other));
    requireText(frame.content());

    Messages.Appended appended = messages.append(draft(from, others, frame));
    Message stored = appended.message();
    Message message = stored.withStatus(conversation.statusOf(from, stored.seq()));
    connections.deliverTo(device, new ServerFrame.MessageAccepted(frame.clientId(), message));
    if (!appended.repeated()) {
      connections.deliverExcept(
          Members.all(conversation), device, new ServerFrame.NewMessage(message));
    }
  }

  /**
   * This person has everything up to a number; every device of every member hears of it.
   *
   * @throws Refusal {@code not_found}, {@code beyond_end}
   */
  public void delivered(UserId userId, ClientFrame.Delivered frame) {
    advance(userId, frame.conversationId(), frame.seq(), 0);
  }

  /** This person has read everything up to a number; otherwise as {@link #delivered}. */
  public void read(UserId userId, ClientFrame.Read frame) {
    advance(userId, frame.conversationId(), frame.seq(), frame.seq());
  }

  /**
   * Tells the others' devices; not stored, and not told where one of the two blocks the other.
   *
   * @throws Refusal {@code not_found}, {@code rate_limited}
   */
  public void typing(UserId userId, ClientFrame.Typing frame) {
    pace.typing().take(userId);
    StoredConversation conversation = members.require(frame.conversationId(), userId);
    List<UserId> listeners =
        Members.othersThan(userId, conversation).stream()
            .filter(connections::isOnline)
            .filter(other -> !members.blockBetween(userId, other))
            .toList();
    connections.deliver(listeners, new ServerFrame.Typing(conversation.id(), userId));
  }

  private Messages.Draft draft(UserId from, List<UserId> others, ClientFrame.SendMessage frame) {
    return new Messages.Draft(
        frame.clientId(),
        frame.conversationId(),
        from,
        others.size() == 1 ? others.getFirst() : null,
        frame.content(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private void advance(UserId userId, ConversationId id, long delivered, long read) {
    StoredConversation conversation = members.require(id, userId);
    if (delivered > messages.lastSeqs(List.of(id)).getOrDefault(id, 0L)) {
      throw new Refusal(ErrorCode.BEYOND_END, "a mark beyond the end");
    }
    conversations
        .advance(id, userId, delivered, read)
        .map(m -> new ServerFrame.Receipt(id, userId, m.delivered(), m.read()))
        .ifPresent(receipt -> connections.deliver(Members.all(conversation), receipt));
  }

  private static void requireText(String content) {
    if (content.isBlank()) {
      throw new Refusal(ErrorCode.TEXT_EMPTY, "a message without text");
    }
    if (Text.length(content) > Limits.TEXT_CODE_POINTS) {
      throw new Refusal(ErrorCode.TEXT_TOO_LONG, "a message that is too long");
    }
    if (!Text.isWellFormed(content)) {
      throw new Refusal(ErrorCode.TEXT_INVALID, "a message with NUL or a lone surrogate");
    }
  }
}
