package charla.server.account;

import charla.protocol.Bodies;
import charla.protocol.CloseCode;
import charla.protocol.ErrorCode;
import charla.protocol.SessionId;
import charla.protocol.Text;
import charla.protocol.UserId;
import charla.server.live.Connections;
import charla.server.refusal.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is signed in where. A session that ends takes its live connection with it at once; one that
 * ends in another process (a second server, the command line) is noticed by {@link #isOpen}.
 */
public final class SessionService {
  /** A session that nobody used for this long is over. */
  static final Duration UNUSED_MAX = Duration.ofDays(90);

  /** Noting every use would make each request a write. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Sessions sessions;
  private final Accounts accounts;
  private final Connections connections;
  private final Clock clock;
  private final SecureRandom random;

  SessionService(
      Sessions sessions,
      Accounts accounts,
      Connections connections,
      Clock clock,
      SecureRandom random) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.connections = connections;
    this.clock = clock;
    this.random = random;
  }

  /** A new session and its token, which is told here and kept nowhere. */
  record Opened(String token, StoredSession session) {}

  Opened open(UserId userId, String device) {
    String token = Secrets.token(random);
    return new Opened(token, sessions.open(userId, Secrets.hash(token), device, clock.instant()));
  }

  /** A device's name stands in lists and logs, so it is held to the rules of names. */
  static void requireDevice(String device) {
    if (!Text.isDisplayName(device)) {
      throw new Refusal(ErrorCode.INVALID_REQUEST, "not the name of a device");
    }
  }

  /**
   * Whose token this is; empty when nobody's or no longer. Whoever opens a connection for the
   * caller asks {@link #isOpen} once it is registered: the session may have ended in between.
   */
  public Optional<Caller> authenticate(String token) {
    return sessions.byTokenHash(Secrets.hash(token)).filter(this::inUse).flatMap(this::callerOf);
  }

  /** Whether the caller's session still stands; cheap enough to ask at every ping. */
  public boolean isOpen(Caller caller) {
    return sessions.of(caller.userId()).stream().anyMatch(s -> s.id().equals(caller.sessionId()));
  }

  public Bodies.Sessions list(Caller caller) {
    return new Bodies.Sessions(
        sessions.of(caller.userId()).stream()
            .filter(this::inUse)
            .map(session -> shown(session, caller.sessionId()))
            .toList());
  }

  public void signOut(Caller caller) {
    end(caller, caller.sessionId());
  }

  public void signOutEverywhere(Caller caller) {
    endAll(caller.userId(), CloseCode.SESSION_ENDED);
  }

  /**
   * Ends one of the caller's own sessions.
   *
   * @throws Refusal {@code not_found} when it is over or somebody else's
   */
  public void end(Caller caller, SessionId id) {
    if (!sessions.end(caller.userId(), id)) {
      throw new Refusal(ErrorCode.NOT_FOUND, "no such session of this person");
    }
    connections.close(id, CloseCode.SESSION_ENDED);
  }

  /** Ends what nobody used for 90 days; to be called now and then. */
  public void endUnused() {
    sessions
        .endUnusedSince(clock.instant().minus(UNUSED_MAX))
        .forEach(session -> connections.close(session.id(), CloseCode.SESSION_ENDED));
  }

  void endOthers(Caller caller) {
    sessions
        .endAll(caller.userId(), caller.sessionId())
        .forEach(id -> connections.close(id, CloseCode.SESSION_ENDED));
  }

  void endAll(UserId userId, int closeCode) {
    sessions.endAll(userId, null);
    connections.closeAll(userId, closeCode);
  }

  /** Takes back a session whose token was never told. */
  void discard(StoredSession session) {
    sessions.end(session.userId(), session.id());
  }

  static Bodies.Session shown(StoredSession session, SessionId current) {
    return new Bodies.Session(
        session.id(),
        session.device(),
        session.createdAt(),
        session.lastUsed(),
        session.id().equals(current));
  }

  private boolean inUse(StoredSession session) {
    return session.lastUsed().plus(UNUSED_MAX).isAfter(clock.instant());
  }

  private Optional<Caller> callerOf(StoredSession session) {
    Optional<Caller> caller =
        accounts
            .byId(session.userId())
            .filter(account -> !account.suspended())
            .map(account -> new Caller(account.id(), session.id(), account.administrator()));
    caller.ifPresent(c -> noteUse(session));
    return caller;
  }

  private void noteUse(StoredSession session) {
    Instant now = clock.instant();
    if (!session.lastUsed().plus(NOTED_EVERY).isAfter(now)) {
      sessions.used(session.id(), now);
    }
  }
}
