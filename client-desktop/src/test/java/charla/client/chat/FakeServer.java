package charla.client.chat;

import charla.client.net.LinkState;
import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.protocol.Bodies;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.ClientId;
import charla.protocol.Conversation;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Message;
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
public final class FakeServer extends QuietServer {
  public static final User ME = user(1, "me", "Me");

  /** What the server does with the next messages that are sent. */
  public enum Answers {
    ACCEPT,
    /** Stored, but the answer is lost. */
    STORE_SILENTLY,
    IGNORE
  }

  private final Map<ConversationId, FakeLog> logs = new LinkedHashMap<>();
  private final List<ClientFrame> heard = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
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

  public FakeServer() {
    super(ME);
  }

  // What a test does.

  public ConversationId conversationWith(User peer) {
    ConversationId id = new ConversationId("%024x".formatted(0xc0 + logs.size()));
    logs.put(id, new FakeLog(id, ME, peer));
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

  public void endCall(ConversationId id, User from, CallReason reason) {
    Message line = log(id).call(from, new ClientId("%032x".formatted(++others)), reason);
    push(new ServerFrame.NewMessage(line));
  }

  /** It has ended, and stands in the list of calls from now on. */
  public void keep(Call call) {
    calls.addFirst(call);
  }

  /** What {@link #say} says, but the push is lost. */
  public Message store(ConversationId id, User from, String content) {
    return log(id).append(from, new ClientId("%032x".formatted(++others)), content);
  }

  public void receipt(ConversationId id, User from, long delivered, long read) {
    if (!from.equals(ME)) {
      log(id).delivered(from, delivered);
    }
    log(id).read(from, read);
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
    log(id).shorten(length);
  }

  public List<Message> log(ConversationId id, User from) {
    return log(id).messages().stream().filter(m -> m.fromUser().equals(from.id())).toList();
  }

  public List<Message> wholeLog(ConversationId id) {
    return log(id).messages();
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
      case ClientFrame.Delivered(ConversationId id, long seq) -> log(id).delivered(ME, seq);
      case ClientFrame.Read(ConversationId id, long seq) -> log(id).read(ME, seq);
      default -> {}
    }
    return true;
  }

  @Override
  public void retryNow() {
    connect();
  }

  @Override
  public void probe() {
    heard.add(new ClientFrame.Ping());
  }

  @Override
  public List<Call> calls(Optional<CallId> before, int limit) throws ProblemException {
    requireUp();
    return calls.stream()
        .dropWhile(call -> before.isPresent() && !call.id().equals(before.get()))
        .skip(before.isPresent() ? 1 : 0)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Conversation> conversations() throws ProblemException {
    requireUp();
    return logs.keySet().stream().map(id -> log(id).asSeen()).toList();
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
    return log(id).asSeen();
  }

  @Override
  public Bodies.Messages messagesAfter(ConversationId id, long seq, int limit)
      throws ProblemException {
    requireUp();
    asked.add("after " + seq);
    return log(id).after(seq, limit);
  }

  @Override
  public Bodies.Messages messagesBefore(ConversationId id, long seq, int limit)
      throws ProblemException {
    requireUp();
    asked.add("before " + seq);
    return log(id).before(seq, limit);
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
    Message stored = log(send.conversationId()).append(ME, send.clientId(), send.content());
    if (answers == Answers.ACCEPT) {
      push(new ServerFrame.MessageAccepted(send.clientId(), stored));
    }
  }

  private List<ServerFrame.Head> heads() {
    return logs.keySet().stream()
        .map(id -> new ServerFrame.Head(id, log(id).messages().size()))
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

  private FakeLog log(ConversationId id) {
    return Objects.requireNonNull(logs.get(id));
  }
}
