package charla.client.demo;

import charla.client.chat.QuietServer;
import charla.client.net.LinkState;
import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.protocol.Bodies;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.ClientId;
import charla.protocol.Conversation;
import charla.protocol.Conversation.Member;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Message;
import charla.protocol.MessageId;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import java.time.Duration;
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

/** A server that lives in memory and holds what a test or a picture needs. */
final class DemoServer extends QuietServer {
  static final User ME = person(1, "mia", "Mia Torres", true, null);

  private final Map<ConversationId, Log> logs = new LinkedHashMap<>();
  private final List<User> people = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<User> blocked = new ArrayList<>();
  private final Executor fx;
  private final LinkState link;
  private @Nullable Listener device;
  private @Nullable ErrorCode refusal;
  private boolean losesCalls;

  /**
   * @param fx where the device is told
   * @param link what the connection is said to be
   */
  DemoServer(Executor fx, LinkState link) {
    super(ME);
    this.fx = fx;
    this.link = link;
  }

  /** One conversation as it is stored. */
  static final class Log {
    private final ConversationId id;
    private final User peer;
    private final List<Message> messages = new ArrayList<>();
    private long peerDelivered;
    private long peerRead;
    private long read;

    private Log(ConversationId id, User peer) {
      this.id = id;
      this.peer = peer;
    }

    Log said(String at, String content) {
      return add(peer.id(), ME.id(), at, content);
    }

    Log answered(String at, String content) {
      return add(ME.id(), peer.id(), at, content);
    }

    /** How far the other one has come, counted from the end. */
    Log marks(int notDelivered, int notRead) {
      peerDelivered = (long) messages.size() - notDelivered;
      peerRead = (long) messages.size() - notRead;
      return this;
    }

    /** Everything but the last ones is read. */
    Log unread(int last) {
      read = (long) messages.size() - last;
      return this;
    }

    /** The other one called. */
    Log rang(String at, CallReason reason, @Nullable Long seconds) {
      return add(peer.id(), ME.id(), at, "", new CallLine(ringing(), reason, seconds));
    }

    /** The one signed in called. */
    Log dialled(String at, CallReason reason, @Nullable Long seconds) {
      return add(ME.id(), peer.id(), at, "", new CallLine(ringing(), reason, seconds));
    }

    private CallId ringing() {
      return new CallId("%024x".formatted(0xca00 + messages.size()));
    }

    private Log add(UserId from, UserId to, String at, String content) {
      return add(from, to, at, content, null);
    }

    private Log add(UserId from, UserId to, String at, String content, @Nullable CallLine call) {
      long seq = messages.size() + 1L;
      String hex = "%s%08x".formatted(id.value().substring(16), seq);
      messages.add(
          new Message(
              new MessageId("%024x".formatted(Long.parseLong(hex, 16))),
              id,
              seq,
              new ClientId("%032x".formatted(Long.parseLong(hex, 16))),
              from,
              to,
              content,
              Message.Status.SENT,
              Instant.parse(at + ":00Z"),
              call));
      read = seq;
      return this;
    }

    private Conversation conversation() {
      long last = messages.size();
      return new Conversation(
          id,
          List.of(new Member(ME, last, read), new Member(peer, peerDelivered, peerRead)),
          last,
          messages.isEmpty() ? null : messages.getLast(),
          (int) Math.min(100, last - read));
    }
  }

  static User person(int n, String username, String name, boolean online, @Nullable Instant seen) {
    return new User(new UserId("%024x".formatted(n)), new Username(username), name, online, seen);
  }

  Log talk(User peer) {
    ConversationId id = new ConversationId("%024x".formatted(0xc000 + logs.size()));
    Log log = new Log(id, peer);
    logs.put(id, log);
    people.add(peer);
    return log;
  }

  void called(Call call) {
    calls.add(call);
  }

  /** From now on the list of calls cannot be read. */
  void loseCalls() {
    losesCalls = true;
  }

  void know(User person) {
    people.add(person);
  }

  void blocks(User person) {
    blocked.add(person);
  }

  @Override
  public List<User> blocked() {
    return List.copyOf(blocked);
  }

  void push(ServerFrame frame) {
    fx.execute(() -> Objects.requireNonNull(device).frame(frame));
  }

  void typing(Log log) {
    push(new ServerFrame.Typing(log.id, log.peer.id()));
  }

  @Override
  public void start(Listener listener) {
    device = listener;
    fx.execute(() -> listener.state(link));
    List<ServerFrame.Head> heads =
        logs.values().stream()
            .map(log -> new ServerFrame.Head(log.id, log.messages.size()))
            .toList();
    push(new ServerFrame.Welcome(ME.id(), new SessionId("5".repeat(24)), "one", heads));
  }

  /** Refuses for good what is sent from now on; before, it is lost. */
  void refuse(ErrorCode code) {
    refusal = code;
  }

  @Override
  public boolean send(ClientFrame frame) {
    ErrorCode code = refusal;
    if (code != null && frame instanceof ClientFrame.SendMessage sent) {
      push(new ServerFrame.Rejected(sent.clientId(), null, code, "no", null));
      return true;
    }
    return false;
  }

  @Override
  public List<Bodies.Session> sessions() {
    Instant now = StagedApp.CLOCK.instant();
    return List.of(
        session(1, "Linux · mia-laptop", now, true),
        session(2, "Windows 11 · kitchen", now.minus(Duration.ofHours(20)), false));
  }

  private static Bodies.Session session(int n, String device, Instant used, boolean current) {
    SessionId id = new SessionId("%024x".formatted(n));
    return new Bodies.Session(id, device, used.minus(Duration.ofDays(30)), used, current);
  }

  @Override
  public List<User> findPeople(String text) {
    String asked = text.toLowerCase(Locale.ROOT);
    return people.stream()
        .filter(p ->
            p.displayName().toLowerCase(Locale.ROOT).contains(asked)
                || p.username().value().startsWith(asked))
        .limit(50)
        .toList();
  }

  @Override
  public List<Conversation> conversations() {
    return logs.values().stream().map(Log::conversation).toList();
  }

  @Override
  public Conversation openConversation(UserId with) {
    Optional<Log> known = logs.values().stream().filter(l -> l.peer.id().equals(with)).findFirst();
    return known
        .orElseGet(
            () -> talk(people.stream().filter(p -> p.id().equals(with)).findFirst().orElseThrow()))
        .conversation();
  }

  @Override
  public Bodies.Messages messagesAfter(ConversationId id, long seq, int limit) {
    List<Message> all = log(id).messages;
    int from = (int) Math.min(seq, all.size());
    return new Bodies.Messages(all.subList(from, Math.min(all.size(), from + limit)), all.size());
  }

  @Override
  public Bodies.Messages messagesBefore(ConversationId id, long seq, int limit) {
    List<Message> all = log(id).messages;
    int end = (int) Math.min(seq - 1, all.size());
    return new Bodies.Messages(all.subList(Math.max(0, end - limit), end), all.size());
  }

  @Override
  public List<Call> calls(Optional<CallId> before, int limit) throws ProblemException {
    if (losesCalls) {
      throw new ProblemException(new Problem.Unreachable("home.lan"));
    }
    int from = before.map(id -> 1 + ids().indexOf(id)).orElse(0);
    return calls.subList(from, Math.min(calls.size(), from + limit));
  }

  private List<CallId> ids() {
    return calls.stream().map(Call::id).toList();
  }

  private Log log(ConversationId id) {
    return Objects.requireNonNull(logs.get(id));
  }
}
