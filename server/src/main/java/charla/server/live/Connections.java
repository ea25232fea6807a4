package charla.server.live;

import charla.protocol.CloseCode;
import charla.protocol.ErrorCode;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.server.refusal.Refusal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is connected now, and how a frame reaches their devices. A session has one connection; the
 * newer one replaces the older. Nothing here waits for a device: what is delivered goes into its
 * {@link Outbox}. Safe for any thread.
 */
public final class Connections {
  /** How many devices may be connected, for one person, from one address and in all. */
  public record Caps(int perUser, int perAddress, int perNode) {
    public static final Caps DEFAULT = new Caps(10, 200, 10_000);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final Duration RETRY_WHEN_FULL = Duration.ofSeconds(30);

  private final Caps caps;
  private final Executor executor;
  private final LongSupplier nanoTime;
  private final Map<UserId, List<Connection>> byUser = new ConcurrentHashMap<>();
  private final Map<SessionId, Connection> bySession = new ConcurrentHashMap<>();

  /** Those that have a socket, with a good-bye under way or not; guarded by this. */
  private final Set<Connection> held = ConcurrentHashMap.newKeySet();

  private final Map<String, Integer> heldByAddress = new HashMap<>();

  /**
   * @param executor runs what has to read the store; may block
   * @param nanoTime a clock that never jumps, in nanoseconds
   */
  public Connections(Caps caps, Executor executor, LongSupplier nanoTime) {
    this.caps = caps;
    this.executor = executor;
    this.nanoTime = nanoTime;
  }

  public Caps caps() {
    return caps;
  }

  /**
   * Asked before a socket is taken, so that a full server says so in an ordinary answer.
   *
   * @throws Refusal {@code rate_limited} for the address, {@code unavailable} for the server
   */
  public synchronized void requireRoom(String address) {
    if (heldByAddress.getOrDefault(address, 0) >= caps.perAddress()) {
      throw new Refusal(
          ErrorCode.RATE_LIMITED, "too many connections from one address", RETRY_WHEN_FULL);
    }
    if (held.size() >= caps.perNode()) {
      throw new Refusal(ErrorCode.UNAVAILABLE, "too many connections", RETRY_WHEN_FULL);
    }
  }

  /**
   * Takes a device in; from here on frames for its person are kept for it, and go out after {@link
   * Connection#open}. An older connection of the same session, and the oldest of a person with too
   * many, are closed with {@link CloseCode#REPLACED}.
   *
   * @param resync makes the frame that tells the device to catch up; may block
   * @throws Refusal as {@link #requireRoom}
   */
  public synchronized Connection register(
      Connection.Party party, Socket socket, Supplier<ServerFrame> resync) {
    requireRoom(party.address());
    Connection connection =
        new Connection(
            party, socket, nanoTime, c -> executor.execute(() -> tellToCatchUp(c, resync)));
    close(party.sessionId(), CloseCode.REPLACED);
    List<Connection> others = byUser.getOrDefault(party.userId(), List.of());
    if (others.size() >= caps.perUser()) {
      retire(others.getFirst(), CloseCode.REPLACED);
    }
    held.add(connection);
    heldByAddress.merge(party.address(), 1, Integer::sum);
    bySession.put(party.sessionId(), connection);
    byUser.merge(
        party.userId(),
        List.of(connection),
        (old, added) -> Stream.concat(old.stream(), added.stream()).toList());
    return connection;
  }

  /** The socket is gone, whoever closed it. The second call does nothing. */
  public synchronized void unregister(Connection connection) {
    if (!held.remove(connection)) {
      return;
    }
    heldByAddress.computeIfPresent(
        connection.party().address(), (address, n) -> n == 1 ? null : n - 1);
    forget(connection);
    notifyAll();
  }

  public boolean isOnline(UserId userId) {
    return byUser.containsKey(userId);
  }

  /** Whether this session has a connection that was not closed. */
  public boolean isConnected(SessionId sessionId) {
    return bySession.containsKey(sessionId);
  }

  /** For how long nothing has come from this session; zero without a connection. */
  public Duration silence(SessionId sessionId) {
    Connection connection = bySession.get(sessionId);
    return connection == null ? Duration.ZERO : connection.silence();
  }

  /** To every device of this person. */
  public void deliver(UserId userId, ServerFrame frame) {
    deliver(List.of(userId), frame, connection -> true);
  }

  /** To every device of these people. */
  public void deliver(Collection<UserId> userIds, ServerFrame frame) {
    deliver(userIds, frame, connection -> true);
  }

  /** To every device of this person but one. */
  public void deliverExcept(UserId userId, SessionId except, ServerFrame frame) {
    deliverExcept(List.of(userId), except, frame);
  }

  /** To every device of these people but one. */
  public void deliverExcept(Collection<UserId> userIds, SessionId except, ServerFrame frame) {
    deliver(userIds, frame, connection -> !connection.party().sessionId().equals(except));
  }

  /** To one device, if it is connected. */
  public void deliverTo(SessionId sessionId, ServerFrame frame) {
    Connection connection = bySession.get(sessionId);
    if (connection != null) {
      connection.send(frame);
    }
  }

  /** Closes the connection of one session, if it has one: nothing is delivered to it any more. */
  public synchronized void close(SessionId sessionId, int closeCode) {
    Connection connection = bySession.get(sessionId);
    if (connection != null) {
      retire(connection, closeCode);
    }
  }

  /** Closes this very connection: nothing is delivered to it any more. */
  public synchronized void close(Connection connection, int closeCode) {
    retire(connection, closeCode);
  }

  /** Closes every connection of one person. */
  public synchronized void closeAll(UserId userId, int closeCode) {
    byUser.getOrDefault(userId, List.of()).forEach(c -> retire(c, closeCode));
  }

  /** Closes every connection: the server stops. */
  public synchronized void closeEverybody(int closeCode) {
    List.copyOf(bySession.values()).forEach(c -> retire(c, closeCode));
  }

  /** Waits until the last one is gone, or this long. */
  public synchronized void awaitNone(Duration limit) {
    long end = nanoTime.getAsLong() + limit.toNanos();
    try {
      for (long left = limit.toNanos();
          !held.isEmpty() && left > 0;
          left = end - nanoTime.getAsLong()) {
        wait(Math.max(1, left / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes those that do not read or do not speak; to be called every second. */
  public void sweep() {
    for (Connection connection : held) {
      if (connection.isOpen() && (connection.isStuck() || connection.isSilent())) {
        close(connection, CloseCode.TOO_SLOW);
      }
      connection.abortIfLingering();
    }
  }

  private void tellToCatchUp(Connection connection, Supplier<ServerFrame> resync) {
    try {
      connection.send(resync.get());
    } catch (RuntimeException e) {
      LOG.warn("A device cannot be told to catch up, so it has to connect again", e);
      close(connection, CloseCode.TOO_SLOW);
    }
  }

  private void deliver(
      Collection<UserId> userIds, ServerFrame frame, Predicate<Connection> chosen) {
    List<Connection> targets =
        userIds.stream()
            .flatMap(id -> byUser.getOrDefault(id, List.of()).stream())
            .filter(chosen)
            .toList();
    if (targets.isEmpty()) {
      return;
    }
    Encoded encoded = Encoded.of(frame);
    targets.forEach(connection -> connection.send(encoded));
  }

  private void retire(Connection connection, int closeCode) {
    forget(connection);
    connection.close(closeCode);
  }

  private void forget(Connection connection) {
    bySession.remove(connection.party().sessionId(), connection);
    byUser.computeIfPresent(
        connection.party().userId(),
        (id, list) -> {
          List<Connection> rest = list.stream().filter(c -> c != connection).toList();
          return rest.isEmpty() ? null : rest;
        });
  }
}
