package charla.server.call;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.Signal;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import charla.server.account.Caller;
import charla.server.refusal.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A broker among people with devices, in time that the test moves. */
final class Town {
  final HandTime time = new HandTime();
  final MemoryCalls calls = new MemoryCalls();

  /** The lines that conversations got, as often as they came. */
  final List<StoredCall> lines = new ArrayList<>();

  private final Map<SessionId, Device> connected = new LinkedHashMap<>();
  private final Set<String> blocks = new HashSet<>();
  private final Set<UserId> strangers = new HashSet<>();
  private CallBroker broker = start();
  private int devices;

  /** Who somebody is. */
  record Person(UserId id, String name) {
    static Person called(String name) {
      return new Person(new UserId(String.format("%024x", name.hashCode() & 0xffffL)), name);
    }
  }

  Person person(String name) {
    return Person.called(name);
  }

  /** A device that is connected. */
  Device device(Person owner) {
    Device device = new Device(owner, new SessionId(String.format("%024x", ++devices)));
    device.connect();
    return device;
  }

  boolean isBlocked(UserId blocker, UserId other) {
    return blocks.contains(blocker + " " + other);
  }

  void block(Person blocker, Person other) {
    blocks.add(blocker.id() + " " + other.id());
  }

  void hasNoConversation(Person person) {
    strangers.add(person.id());
  }

  void pass(int seconds) {
    time.pass(Duration.ofSeconds(seconds));
  }

  StoredCall stored(CallId id) {
    return calls.byId(id).orElseThrow();
  }

  /** Killed and started again; everybody's connection is gone. */
  void restart() {
    kill();
    broker = start();
  }

  void kill() {
    time.forgetAll();
    connected.clear();
  }

  static CallId callId(int number) {
    return new CallId(String.format("%024x", number));
  }

  private CallBroker start() {
    return Calling.over(
            calls,
            new Residents(),
            new Wires(),
            new IceServers(
                new IceServers.Settings(
                    List.of(), List.of("turn:localhost"), "a secret of the town"),
                time,
                new SecureRandom()),
            line -> {
              calls.requireRoom();
              lines.add(line);
            },
            new Calling.Time(time, time, time))
        .broker();
  }

  /** One device of somebody, with all that it was told. */
  final class Device {
    final Person owner;
    final SessionId id;
    final List<ServerFrame> heard = new ArrayList<>();
    private long said;
    private @Nullable Long silentSince;

    private Device(Person owner, SessionId id) {
      this.owner = owner;
      this.id = id;
    }

    Device connect() {
      connected.put(id, this);
      broker.deviceArrived(owner.id(), id);
      return this;
    }

    void drop() {
      connected.remove(id);
      broker.deviceGone(owner.id(), id);
    }

    boolean isConnected() {
      return connected.containsKey(id);
    }

    /** Its network is gone, and nobody knows of it. */
    void fallSilent() {
      silentSince = time.getAsLong();
    }

    /** A ping comes through. */
    void ping() {
      silentSince = null;
    }

    private Duration silence() {
      return silentSince == null ? Duration.ZERO : Duration.ofNanos(time.getAsLong() - silentSince);
    }

    Caller caller() {
      return new Caller(owner.id(), id, false);
    }

    CallId call(int number, Person callee) {
      broker.start(caller(), new ClientFrame.StartCall(callId(number), callee.id()));
      return callId(number);
    }

    void ring(CallId call) {
      broker.ringing(caller(), call);
    }

    void accept(CallId call) {
      broker.accept(caller(), call);
    }

    void decline(CallId call) {
      broker.decline(caller(), call);
    }

    void hears(CallId call) {
      broker.connected(caller(), call);
    }

    void hangUp(CallId call) {
      end(call, CallReason.COMPLETED);
    }

    void end(CallId call, CallReason reason) {
      broker.end(caller(), new ClientFrame.EndCall(call, reason));
    }

    void signal(CallId call, Signal signal) {
      signal(call, ++said, signal);
    }

    void signal(CallId call, long n, Signal signal) {
      broker.signal(caller(), new ClientFrame.CallSignal(call, n, signal));
    }

    void resume(CallId call, long heardUpTo) {
      broker.resume(caller(), new ClientFrame.ResumeCall(call, heardUpTo));
    }

    /** What it was told last about this call. */
    Optional<Call> told(CallId call) {
      return all(call)
          .reduce((first, second) -> second.version() >= first.version() ? second : first);
    }

    Call.State state(CallId call) {
      return told(call).orElseThrow().state();
    }

    Optional<CallReason> reason(CallId call) {
      return told(call).map(Call::reason);
    }

    Stream<Call> all(CallId call) {
      return heard.stream()
          .filter(ServerFrame.CallChanged.class::isInstance)
          .map(frame -> ((ServerFrame.CallChanged) frame).call())
          .filter(c -> c.id().equals(call));
    }

    <T extends ServerFrame> List<T> heard(Class<T> type) {
      return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** How it was refused; empty when it was not. */
    Optional<ErrorCode> refused(Consumer<Device> action) {
      try {
        action.accept(this);
        return Optional.empty();
      } catch (Refusal refusal) {
        return Optional.of(refusal.code());
      }
    }
  }

  private final class Wires implements Devices {
    @Override
    public boolean isOnline(UserId userId) {
      return connected.values().stream().anyMatch(device -> device.owner.id().equals(userId));
    }

    @Override
    public boolean isConnected(SessionId device) {
      return connected.containsKey(device);
    }

    @Override
    public Duration silence(SessionId device) {
      return Optional.ofNullable(connected.get(device)).map(Device::silence).orElse(Duration.ZERO);
    }

    @Override
    public void tell(Collection<UserId> userIds, ServerFrame frame) {
      connected.values().stream()
          .filter(device -> userIds.contains(device.owner.id()))
          .forEach(device -> device.heard.add(frame));
    }

    @Override
    public void tell(SessionId id, ServerFrame frame) {
      Optional.ofNullable(connected.get(id)).ifPresent(device -> device.heard.add(frame));
    }
  }

  private final class Residents implements Directory {
    @Override
    public Optional<ConversationId> conversationOf(UserId one, UserId other) {
      return strangers.contains(one) || strangers.contains(other)
          ? Optional.empty()
          : Optional.of(new ConversationId("c".repeat(24)));
    }

    @Override
    public boolean blocks(UserId blocker, UserId other) {
      return isBlocked(blocker, other);
    }

    @Override
    public String deviceName(UserId userId, SessionId device) {
      return "device " + device.value().replaceFirst("^0+", "");
    }

    @Override
    public Map<UserId, User> faces(Collection<UserId> ids) {
      return ids.stream()
          .map(id -> new User(id, new Username("u" + id.value()), "Somebody", false, null))
          .collect(Collectors.toMap(User::id, Function.identity()));
    }
  }
}
