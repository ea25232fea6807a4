package charla.server.chat;

import charla.protocol.Bodies;
import charla.protocol.Conversation;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.Message;
import charla.protocol.ServerFrame;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.server.live.Connections;
import charla.server.refusal.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A person's conversations and what is in them. Every method may block, for any thread. */
public final class ConversationService {
  /** ObjectIds begin with their time, so the newest message or opening has the greatest. */
  private static final Comparator<Conversation> LAST_MOVED_FIRST =
      Comparator.comparing(ConversationService::lastMove).reversed();

  private final Members members;
  private final Faces faces;
  private final Conversations conversations;
  private final Messages messages;
  private final Connections connections;

  ConversationService(
      Members members,
      Faces faces,
      Conversations conversations,
      Messages messages,
      Connections connections) {
    this.members = members;
    this.faces = faces;
    this.conversations = conversations;
    this.messages = messages;
    this.connections = connections;
  }

  /** All of one's own, the most recently moved first. */
  public List<Conversation> list(UserId viewer) {
    List<StoredConversation> all = conversations.of(viewer);
    Map<UserId, User> users = users(viewer, all);
    return all.stream().map(c -> view(viewer, c, users)).sorted(LAST_MOVED_FIRST).toList();
  }

  /**
   * @throws Refusal {@code not_found}
   */
  public Conversation one(UserId viewer, ConversationId id) {
    return view(viewer, members.require(id, viewer));
  }

  /**
   * The conversation with one other person; a new one is shown to all devices of both.
   *
   * @throws Refusal {@code not_found} for nobody there, {@code invalid_request} for oneself, {@code
   *     not_allowed} where one blocks the other
   */
  public Conversation open(UserId viewer, UserId other) {
    if (viewer.equals(other)) {
      throw new Refusal(ErrorCode.INVALID_REQUEST, "a conversation with oneself");
    }
    members.requirePerson(other);
    members.requireNoBlock(viewer, other);
    Conversations.Opened opened = conversations.direct(viewer, other);
    if (opened.created()) {
      for (UserId member : Members.all(opened.conversation())) {
        show(member, opened.conversation());
      }
    }
    return view(viewer, opened.conversation());
  }

  /** Shows all conversations of this person anew to everybody in them: their name changed. */
  public void showAll(UserId userId) {
    for (StoredConversation conversation : conversations.of(userId)) {
      Members.all(conversation).forEach(member -> show(member, conversation));
    }
  }

  /**
   * Up to {@code limit} messages above {@code seq}, rising.
   *
   * @throws Refusal {@code not_found}
   */
  public Bodies.Messages after(UserId viewer, ConversationId id, long seq, int limit) {
    StoredConversation conversation = members.require(id, viewer);
    return page(viewer, conversation, messages.after(id, seq, limit));
  }

  /** The last {@code limit} messages below {@code seq}, rising; otherwise as {@link #after}. */
  public Bodies.Messages before(UserId viewer, ConversationId id, long seq, int limit) {
    StoredConversation conversation = members.require(id, viewer);
    return page(viewer, conversation, messages.before(id, seq, limit));
  }

  private Bodies.Messages page(
      UserId viewer, StoredConversation conversation, List<Message> stored) {
    List<Message> shown = stored.stream().map(m -> shown(viewer, conversation, m)).toList();
    ConversationId id = conversation.id();
    return new Bodies.Messages(shown, messages.lastSeqs(List.of(id)).getOrDefault(id, 0L));
  }

  private void show(UserId viewer, StoredConversation conversation) {
    if (connections.isOnline(viewer)) {
      connections.deliver(viewer, new ServerFrame.ConversationChanged(view(viewer, conversation)));
    }
  }

  private Conversation view(UserId viewer, StoredConversation conversation) {
    return view(viewer, conversation, users(viewer, List.of(conversation)));
  }

  private Conversation view(
      UserId viewer, StoredConversation conversation, Map<UserId, User> users) {
    ConversationId id = conversation.id();
    Message last = messages.last(id).map(m -> shown(viewer, conversation, m)).orElse(null);
    long read = conversation.member(viewer).map(StoredConversation.Watermarks::read).orElse(0L);
    return new Conversation(
        id,
        shown(conversation.members(), users),
        last == null ? 0 : last.seq(),
        last,
        messages.countFromOthers(id, viewer, read, Limits.UNREAD_MAX));
  }

  private static List<Conversation.Member> shown(
      List<StoredConversation.Watermarks> members, Map<UserId, User> users) {
    List<Conversation.Member> shown = new ArrayList<>();
    for (StoredConversation.Watermarks member : members) {
      User user = users.get(member.userId());
      if (user != null) {
        shown.add(new Conversation.Member(user, member.delivered(), member.read()));
      }
    }
    return shown;
  }

  private Map<UserId, User> users(UserId viewer, List<StoredConversation> in) {
    List<UserId> ids = in.stream().flatMap(c -> Members.all(c).stream()).distinct().toList();
    return faces.seenBy(viewer, ids);
  }

  private static Message shown(UserId viewer, StoredConversation conversation, Message message) {
    return Seen.by(viewer, message)
        .withStatus(conversation.statusOf(message.fromUser(), message.seq()));
  }

  private static String lastMove(Conversation conversation) {
    Message last = conversation.lastMessage();
    return last == null ? conversation.id().value() : last.id().value();
  }
}
