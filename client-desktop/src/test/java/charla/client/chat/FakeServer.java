package charla.client.chat;

import charla.client.net.Api;
import charla.client.net.LinkState;
import charla.client.net.Live;
import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.protocol.Bodies;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.ClientFrame;
import charla.protocol.ClientId;
import charla.protocol.Conversation;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Message;
import charla.protocol.MessageId;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A server in memory as one device of {@link #ME} meets it: logs that survive the device, pushes
 * that a test can lose, answers that it can hold back.
 */
public final class FakeServer implements Api, Live {
  public static final User ME = user(1, "me", "Me");

  /** What the server does with the next messages that are sent. */
  public enum Answers {
    ACCEPT,
    /** Stored, but the answer is lost. */
    STORE_SILENTLY,
    IGNORE
  }

  /** One conversation as the server keeps it. */
  private static final class Log {
    final User peer;
    final List<Message> messages = new ArrayList<>();
    long myDelivered;
    long myRead;
    long peerDelivered;
    long peerRead;

    Log(User peer) {
      this.peer = peer;
    }
  }

  private final Map<ConversationId, Log> logs = new LinkedHashMap<>();
  private final List<ClientFrame> heard = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private Answers answers = Answers.ACCEPT;
  private Optional<ErrorCode> refusal = Optional.empty();
  private String epoch = "one";
  private Executor fx = Runnable::run;
  private @Nullable Listener device;
  private long others;
  private boolean online;
  private boolean restUp = true;

  public static User user(int number, String username, String displayName) {
    UserId id = new UserId("%024x".formatted(number));
    return new User(id, new Username(username), displayName, false, null);
  }

  // What a test does.

  public ConversationId conversationWith(User peer) {
    ConversationId id = new ConversationId("%024x".formatted(0xc0 + logs.size()));
    logs.put(id, new Log(peer));
    return id;
  }

  /** Lets the device that has started connect. */
  public void connect() {
    online = true;
    tell(new LinkState.Online());
    push(new ServerFrame.Welcome(ME.id(), new SessionId("%024x".formatted(0x5e)), epoch, heads()));
  }

  public void disconnect() {
    online = false;
    tell(new LinkState.Connecting(Instant.EPOCH));
  }

  /** Another device comes in place of the one before. */
  public void attach(Executor newFx) {
    online = false;
    device = null;
    fx = newFx;
  }

  public void answer(Answers now) {
    answers = now;
  }

  public void refuse(Optional<ErrorCode> code) {
    refusal = code;
  }

  public void setRestUp(boolean up) {
    restUp = up;
  }

  /** Somebody says something; the device hears of it if it is connected. */
  public Message say(ConversationId id, User from, String content) {
    Message message = store(id, from, content);
    push(new ServerFrame.NewMessage(message));
    return message;
  }

  /** The same, but the push is lost. */
  public Message store(ConversationId id, User from, String content) {
    return append(id, from, new ClientId("%032x".formatted(++others)), content);
  }

  public void receipt(ConversationId id, User from, long delivered, long read) {
    Log log = log(id);
    if (from.equals(ME)) {
      log.myRead = Math.max(log.myRead, read);
    } else {
      log.peerDelivered = Math.max(log.peerDelivered, delivered);
      log.peerRead = Math.max(log.peerRead, read);
    }
    push(new ServerFrame.Receipt(id, from.id(), delivered, read));
  }

  public void push(ServerFrame frame) {
    Listener to = device;
    if (online && to != null) {
      fx.execute(() -> to.frame(frame));
    }
  }

  public void pong() {
    push(new ServerFrame.Pong(heads()));
  }

  /** A backup was put back: another log, of this length at most. */
  public void restoreBackup(ConversationId id, int length) {
    epoch += "+";
    Log log = log(id);
    log.messages.subList(length, log.messages.size()).clear();
    log.myDelivered = Math.min(log.myDelivered, length);
    log.myRead = Math.min(log.myRead, length);
    log.peerDelivered = Math.min(log.peerDelivered, length);
    log.peerRead = Math.min(log.peerRead, length);
  }

  public List<Message> log(ConversationId id, User from) {
    return log(id).messages.stream().filter(m -> m.fromUser().equals(from.id())).toList();
  }

  public List<Message> wholeLog(ConversationId id) {
    return List.copyOf(log(id).messages);
  }

  public <T extends ClientFrame> List<T> heard(Class<T> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Every request for messages so far. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  // What the device does.

  @Override
  public void start(Listener listener) {
    device = listener;
  }

  @Override
  public boolean send(ClientFrame frame) {
    if (!online) {
      return false;
    }
    heard.add(frame);
    switch (frame) {
      case ClientFrame.SendMessage send -> take(send);
      case ClientFrame.Delivered(ConversationId id, long seq) ->
          log(id).myDelivered = Math.max(log(id).myDelivered, seq);
      case ClientFrame.Read(ConversationId id, long seq) ->
          log(id).myRead = Math.max(log(id).myRead, seq);
      default -> {}
    }
    return true;
  }

  @Override
  public void retryNow() {
    connect();
  }

  @Override
  public List<Conversation> conversations() throws ProblemException {
    requireUp();
    return logs.keySet().stream().map(this::asSeen).toList();
  }

  @Override
  public Conversation openConversation(UserId with) throws ProblemException {
    requireUp();
    ConversationId id =
        logs.entrySet().stream()
            .filter(e -> e.getValue().peer.id().equals(with))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() ->
                conversationWith(
                    user(Integer.parseInt(with.value().substring(16), 16), "new", "New")));
    return asSeen(id);
  }

  @Override
  public Bodies.Messages messagesAfter(ConversationId id, long seq, int limit)
      throws ProblemException {
    requireUp();
    asked.add("after " + seq);
    List<Message> all = log(id).messages;
    int from = (int) Math.min(seq, all.size());
    return new Bodies.Messages(
        List.copyOf(all.subList(from, Math.min(from + limit, all.size()))), all.size());
  }

  @Override
  public Bodies.Messages messagesBefore(ConversationId id, long seq, int limit)
      throws ProblemException {
    requireUp();
    asked.add("before " + seq);
    List<Message> all = log(id).messages;
    int to = (int) Math.min(seq - 1, all.size());
    return new Bodies.Messages(List.copyOf(all.subList(Math.max(0, to - limit), to)), all.size());
  }

  @Override
  public List<User> findPeople(String text) throws ProblemException {
    requireUp();
    return logs.values().stream()
        .map(log -> log.peer)
        .filter(user -> user.displayName().toLowerCase(Locale.ROOT).startsWith(text))
        .toList();
  }

  @Override
  public Bodies.Me me() {
    return new Bodies.Me(ME, false);
  }

  @Override
  public Bodies.Me changeDisplayName(String displayName) {
    return me();
  }

  @Override
  public void changePassword(String oldPassword, String newPassword) {}

  @Override
  public List<Bodies.Session> sessions() {
    return List.of();
  }

  @Override
  public void endSession(SessionId id) {}

  @Override
  public void endAllSessions() {}

  @Override
  public void signOut() {}

  @Override
  public List<User> blocked() {
    return List.of();
  }

  @Override
  public void block(UserId id) {}

  @Override
  public void unblock(UserId id) {}

  @Override
  public List<Call> calls(Optional<CallId> before, int limit) {
    return List.of();
  }

  @Override
  public void forgetCall(CallId id) {}

  @Override
  public Bodies.Invite invite(int uses, int validDays) {
    return new Bodies.Invite("CODE", uses, Instant.EPOCH);
  }

  @Override
  public void close() {
    online = false;
  }

  private void take(ClientFrame.SendMessage send) {
    if (refusal.isPresent()) {
      ErrorCode code = refusal.get();
      push(
          new ServerFrame.Rejected(
              send.clientId(), null, code, "no", code.retryable() ? Long.valueOf(2) : null));
      return;
    }
    if (answers == Answers.IGNORE) {
      return;
    }
    Message stored = append(send.conversationId(), ME, send.clientId(), send.content());
    if (answers == Answers.ACCEPT) {
      push(new ServerFrame.MessageAccepted(send.clientId(), stored));
    }
  }

  private Message append(ConversationId id, User from, ClientId clientId, String content) {
    List<Message> log = log(id).messages;
    return log.stream()
        .filter(m -> m.clientId().equals(clientId) && m.fromUser().equals(from.id()))
        .findFirst()
        .orElseGet(() -> {
          Message message = message(id, log.size() + 1, from, clientId, content);
          log.add(message);
          return message;
        });
  }

  public static Message message(
      ConversationId id, long seq, User from, ClientId clientId, String content) {
    return new Message(
        new MessageId("%024x".formatted(seq)),
        id,
        seq,
        clientId,
        from.id(),
        null,
        content,
        Message.Status.SENT,
        Instant.parse("2026-03-14T10:00:00Z").plusSeconds(seq));
  }

  private Conversation asSeen(ConversationId id) {
    Log log = log(id);
    long last = log.messages.size();
    long unread =
        log.messages.stream()
            .filter(m -> m.seq() > log.myRead && !m.fromUser().equals(ME.id()))
            .count();
    return new Conversation(
        id,
        List.of(
            new Conversation.Member(ME, log.myDelivered, log.myRead),
            new Conversation.Member(log.peer, log.peerDelivered, log.peerRead)),
        last,
        last == 0 ? null : log.messages.getLast(),
        (int) Math.min(unread, 100));
  }

  private List<ServerFrame.Head> heads() {
    return logs.keySet().stream()
        .map(id -> new ServerFrame.Head(id, log(id).messages.size()))
        .toList();
  }

  private void tell(LinkState state) {
    Listener to = device;
    if (to != null) {
      fx.execute(() -> to.state(state));
    }
  }

  private void requireUp() throws ProblemException {
    if (!restUp) {
      throw new ProblemException(new Problem.Unreachable("fake"));
    }
  }

  private Log log(ConversationId id) {
    return Objects.requireNonNull(logs.get(id));
  }
}
