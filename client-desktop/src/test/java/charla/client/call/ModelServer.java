package charla.client.call;

import charla.client.net.LinkState;
import charla.client.net.Live;
import charla.client.net.ManualTime;
import charla.client.notice.Problem;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The rules of the server in small, and a network that is slow and breaks. */
final class ModelServer {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(35);
  private static final ConversationId TALK = new ConversationId("c".repeat(24));

  private final ManualTime time;
  private final RandomGenerator random;
  private final Map<CallId, Kept> calls = new LinkedHashMap<>();
  private final List<Device> devices = new ArrayList<>();

  ModelServer(ManualTime time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  Device device(int n, String name) {
    UserId id = new UserId("%024x".formatted(n));
    Device device =
        new Device(
            new User(id, new Username(name), name, false, null),
            new SessionId("%024x".formatted(0x500 + n)));
    devices.add(device);
    return device;
  }

  Collection<Call> calls() {
    return calls.values().stream().map(kept -> kept.call).toList();
  }

  /** How often any call has changed. */
  long changes() {
    return calls().stream().mapToLong(Call::version).sum();
  }

  Optional<Call> alive() {
    return calls().stream().filter(call -> call.state() != Call.State.ENDED).findFirst();
  }

  private final class Kept {
    private Call call;
    private final Map<SessionId, Long> numbers = new HashMap<>();
    private final List<ServerFrame.CallSignal> signals = new ArrayList<>();

    Kept(Call call) {
      this.call = call;
    }

    boolean isParty(SessionId session) {
      return session.equals(call.callerSession()) || session.equals(call.calleeSession());
    }

    void become(Call.State state, @Nullable SessionId callee, @Nullable CallReason reason) {
      Instant now = time.instant();
      boolean answers = state == Call.State.CONNECTING;
      call =
          new Call(
              call.id(),
              TALK,
              call.version() + 1,
              state,
              call.caller(),
              call.callee(),
              call.callerSession(),
              callee,
              callee == null ? null : "Laptop",
              call.createdAt(),
              answers ? now : call.answeredAt(),
              reason == null ? null : now,
              reason);
      devices.forEach(device -> device.tell(call));
    }

    void end(CallReason reason) {
      become(Call.State.ENDED, call.calleeSession(), reason);
    }

    void answer(SessionId callee) {
      become(Call.State.CONNECTING, callee, null);
      time.after(
          CONNECT_WITHIN,
          () -> {
            if (call.state() == Call.State.CONNECTING) {
              end(CallReason.ICE_FAILED);
            }
          });
      devices.forEach(device -> {
        if (isParty(device.session)) {
          device.push(new ServerFrame.CallRelay(call.id(), List.of(), 60));
        }
      });
    }
  }

  /** One device with its connection. */
  final class Device implements Live {
    private final User user;
    private final SessionId session;
    private @Nullable Listener listener;
    private boolean online;
    private int connection;
    private int probes;
    private Instant lastDown = Instant.EPOCH;
    private Instant lastUp = Instant.EPOCH;

    Device(User user, SessionId session) {
      this.user = user;
      this.session = session;
    }

    User user() {
      return user;
    }

    void connect() {
      if (online) {
        return;
      }
      online = true;
      connection++;
      hear().state(new LinkState.Online());
      push(new ServerFrame.Welcome(user.id(), session, "one", List.of()));
      for (Kept kept : List.copyOf(calls.values())) {
        boolean open = kept.call.state() != Call.State.ENDED;
        boolean rings = CallState.isUnanswered(kept.call) && kept.call.callee().equals(user);
        if (open && (rings || kept.isParty(session))) {
          tell(kept.call);
        }
      }
    }

    void drop() {
      online = false;
      connection++;
      hear().state(new LinkState.Waiting(time.instant(), new Problem.Offline()));
    }

    boolean isOnline() {
      return online;
    }

    /** How often it asked whether the server is there. */
    int probes() {
      return probes;
    }

    void tell(Call call) {
      if (call.caller().equals(user) || call.callee().equals(user)) {
        push(new ServerFrame.CallChanged(call, null));
      }
    }

    void push(ServerFrame frame) {
      if (online) {
        int now = connection;
        lastDown = later(lastDown);
        at(lastDown, now, () -> hear().frame(frame));
      }
    }

    private Instant later(Instant last) {
      Instant at = time.instant().plusMillis(random.nextInt(1, 150));
      return at.isAfter(last) ? at : last.plusNanos(1);
    }

    private void at(Instant when, int which, Runnable task) {
      time.after(
          Duration.between(time.instant(), when),
          () -> {
            if (which == connection) {
              task.run();
            }
          });
    }

    private Listener hear() {
      return Objects.requireNonNull(listener);
    }

    @Override
    public void start(Listener newListener) {
      listener = newListener;
    }

    @Override
    public boolean send(ClientFrame frame) {
      if (!online) {
        return false;
      }
      int now = connection;
      lastUp = later(lastUp);
      at(lastUp, now, () -> handle(this, frame));
      return true;
    }

    @Override
    public void retryNow() {}

    @Override
    public void probe() {
      probes++;
    }

    @Override
    public void close() {}
  }

  private void handle(Device from, ClientFrame frame) {
    switch (frame) {
      case ClientFrame.StartCall start -> start(from, start);
      case ClientFrame.CallRinging(CallId id) ->
          with(
              from,
              id,
              kept -> {
                if (kept.call.state() == Call.State.DIALING) {
                  kept.become(Call.State.RINGING, null, null);
                }
              });
      case ClientFrame.AcceptCall(CallId id) ->
          with(
              from,
              id,
              kept -> {
                if (CallState.isUnanswered(kept.call)) {
                  kept.answer(from.session);
                } else {
                  from.tell(kept.call);
                }
              });
      case ClientFrame.DeclineCall(CallId id) ->
          with(
              from,
              id,
              kept -> {
                if (CallState.isUnanswered(kept.call)) {
                  kept.end(CallReason.DECLINED);
                } else if (kept.isParty(from.session)) {
                  kept.end(CallReason.COMPLETED);
                } else {
                  from.tell(kept.call);
                }
              });
      case ClientFrame.CallConnected(CallId id) ->
          with(
              from,
              id,
              kept -> {
                if (kept.call.state() == Call.State.CONNECTING) {
                  kept.become(Call.State.ACTIVE, kept.call.calleeSession(), null);
                }
              });
      case ClientFrame.EndCall(CallId id, CallReason reason) ->
          with(from, id, kept -> kept.end(fitting(kept, from, reason)));
      case ClientFrame.CallSignal signal -> signal(from, signal);
      case ClientFrame.ResumeCall(CallId id, long heardUpTo) ->
          with(from, id, kept -> resume(from, kept, heardUpTo));
      default -> throw new AssertionError(frame);
    }
  }

  private void start(Device from, ClientFrame.StartCall start) {
    Kept known = calls.get(start.callId());
    if (known != null) {
      from.tell(known.call);
      return;
    }
    Optional<Call> open = alive();
    if (open.isPresent()) {
      Kept kept = Objects.requireNonNull(calls.get(open.get().id()));
      if (CallState.isUnanswered(kept.call) && kept.call.callee().equals(from.user)) {
        kept.answer(from.session);
      } else {
        from.tell(kept.call);
      }
      return;
    }
    User callee =
        devices.stream()
            .map(Device::user)
            .filter(user -> user.id().equals(start.toUser()))
            .findFirst()
            .orElseThrow();
    Call call =
        new Call(
            start.callId(),
            TALK,
            1,
            Call.State.DIALING,
            from.user,
            callee,
            from.session,
            null,
            null,
            time.instant(),
            null,
            null,
            null);
    calls.put(start.callId(), new Kept(call));
    devices.forEach(device -> device.tell(call));
    time.after(
        Duration.ofSeconds(45),
        () -> {
          Kept kept = Objects.requireNonNull(calls.get(start.callId()));
          if (CallState.isUnanswered(kept.call)) {
            kept.end(CallReason.NO_ANSWER);
          }
        });
  }

  private void signal(Device from, ClientFrame.CallSignal said) {
    with(
        from,
        said.callId(),
        kept -> {
          boolean news = said.n() > kept.numbers.getOrDefault(from.session, 0L);
          if (kept.isParty(from.session) && news) {
            kept.numbers.put(from.session, said.n());
            var signal =
                new ServerFrame.CallSignal(said.callId(), from.session, said.n(), said.signal());
            kept.signals.add(signal);
            devices.stream()
                .filter(device -> device != from && kept.isParty(device.session))
                .forEach(device -> device.push(signal));
          }
        });
  }

  private void resume(Device from, Kept kept, long heardUpTo) {
    from.tell(kept.call);
    if (kept.isParty(from.session) && CallState.isAnswered(kept.call)) {
      from.push(new ServerFrame.CallRelay(kept.call.id(), List.of(), 60));
      kept.signals.stream()
          .filter(signal -> !signal.fromSession().equals(from.session) && signal.n() > heardUpTo)
          .forEach(from::push);
    }
  }

  private static CallReason fitting(Kept kept, Device from, CallReason reason) {
    if (CallState.isAnswered(kept.call)) {
      return reason == CallReason.CANCELLED ? CallReason.COMPLETED : reason;
    }
    return kept.call.callee().equals(from.user) ? CallReason.DECLINED : CallReason.CANCELLED;
  }

  private void with(Device from, CallId id, java.util.function.Consumer<Kept> action) {
    Kept kept = calls.get(id);
    if (kept == null) {
      from.push(new ServerFrame.Rejected(null, id, ErrorCode.NOT_FOUND, "no such call", null));
    } else if (kept.call.state() == Call.State.ENDED) {
      from.tell(kept.call);
    } else {
      action.accept(kept);
    }
  }
}
