package charla.client.session;

import charla.client.cache.AccountCache;
import charla.client.cache.CacheException;
import charla.client.net.ServerClient;
import charla.client.net.Threads;
import charla.client.net.Token;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.client.trust.ServerAddress;
import charla.client.trust.Trust;
import charla.protocol.Bodies;
import charla.protocol.ServerInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Comes and goes: everything before a person is signed in, and how they stay it. Called on the FX
 * thread; answers there, later.
 */
public final class SessionService {
  private static final Logger LOG = LoggerFactory.getLogger(SessionService.class);

  /** Whom somebody says they are. */
  public record Credentials(String username, String password) {
    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }

  /**
   * A new account.
   *
   * @param invite empty when the server wants none
   */
  public record NewAccount(Credentials credentials, String displayName, Optional<String> invite) {}

  private final Profile profile;
  private final Trust trust;
  private final TokenStore tokens;
  private final String device;
  private final Threads threads;
  private final InstantSource clock;

  /**
   * @param device what the person will see in the list of their sessions
   */
  public SessionService(
      Profile profile, Trust trust, String device, Threads threads, InstantSource clock) {
    this(
        profile,
        trust,
        new TokenStore(profile.token(), new SystemKeyring()),
        device,
        threads,
        clock);
  }

  SessionService(
      Profile profile,
      Trust trust,
      TokenStore tokens,
      String device,
      Threads threads,
      InstantSource clock) {
    this.profile = profile;
    this.trust = trust;
    this.tokens = tokens;
    this.device = device;
    this.threads = threads;
    this.clock = clock;
  }

  /** The session kept by an earlier run; empty when there is none. Needs no network. */
  public void restore(Consumer<Outcome<Optional<SignedIn>>> answer) {
    threads.ask(this::restored, answer);
  }

  /** What kind of server this is; also finds out whether it is trusted. */
  public void serverInfo(ServerAddress address, Consumer<Outcome<ServerInfo>> answer) {
    threads.ask(
        () -> {
          try (ServerClient server = new ServerClient(address, trust)) {
            return server.info();
          }
        },
        answer);
  }

  public void usernameAvailable(
      ServerAddress address, String username, Consumer<Outcome<Boolean>> answer) {
    threads.ask(
        () -> {
          try (ServerClient server = new ServerClient(address, trust)) {
            return server.isAvailable(username);
          }
        },
        answer);
  }

  public void signIn(
      ServerAddress address,
      Credentials credentials,
      Stay stay,
      Consumer<Outcome<SignedIn>> answer) {
    Bodies.SignIn request =
        new Bodies.SignIn(credentials.username(), credentials.password(), device);
    threads.ask(() -> enter(address, stay, server -> server.signIn(request)), answer);
  }

  public void register(
      ServerAddress address, NewAccount account, Stay stay, Consumer<Outcome<SignedIn>> answer) {
    Bodies.Register request =
        new Bodies.Register(
            account.credentials().username(),
            account.displayName(),
            account.credentials().password(),
            account.invite().orElse(null),
            device);
    threads.ask(() -> enter(address, stay, server -> server.register(request)), answer);
  }

  /**
   * Ends the session at the server, if it can be reached, forgets it here in any case, and closes
   * it. What was kept of the chats stays on disk for the next time.
   */
  public void signOut(SignedIn signedIn, Runnable done) {
    threads
        .io()
        .execute(() -> {
          if (Outcome.of(() -> end(signedIn)) instanceof Outcome.Failure<Boolean>(Problem why)) {
            LOG.info("the server was not told of the sign-out: {}", why);
          }
          forgetHere(signedIn);
          threads.fx().execute(done);
        });
  }

  /** The session was ended by the server: forgets it here, and closes it. */
  public void forget(SignedIn signedIn) {
    threads.io().execute(() -> forgetHere(signedIn));
  }

  /** A way to a session: by password, or by a new account. */
  @FunctionalInterface
  private interface Door {
    Bodies.SignedIn enter(ServerClient server) throws ProblemException;
  }

  private SignedIn enter(ServerAddress address, Stay stay, Door door) throws ProblemException {
    try (ServerClient server = new ServerClient(address, trust)) {
      server.info();
      Bodies.SignedIn entered = door.enter(server);
      Token token = new Token(entered.token());
      TokenPlace place =
          stay == Stay.SIGNED_IN ? keep(address, entered.me(), token) : TokenPlace.MEMORY;
      return open(address, entered.me(), token, place);
    }
  }

  private Optional<SignedIn> restored() throws ProblemException {
    Optional<KeptSession> found = KeptSession.read(profile.session());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    KeptSession kept = found.get();
    String account = KeptSession.account(kept.address(), kept.me());
    try {
      Optional<Token> token = tokens.find(account, kept.place());
      return token.isEmpty()
          ? Optional.empty()
          : Optional.of(open(kept.address(), kept.me(), token.get(), kept.place()));
    } catch (IOException e) {
      throw new ProblemException(new Problem.LocalStorage(), e);
    }
  }

  /** A session that cannot be kept is still a session. */
  private TokenPlace keep(ServerAddress address, Bodies.Me me, Token token) {
    try {
      TokenPlace place = tokens.keep(KeptSession.account(address, me), token);
      new KeptSession(address.host(), address.port(), me, place).write(profile.session());
      return place;
    } catch (IOException e) {
      LOG.warn("the session cannot be kept", e);
      return TokenPlace.MEMORY;
    }
  }

  private SignedIn open(ServerAddress address, Bodies.Me me, Token token, TokenPlace place)
      throws ProblemException {
    try (ServerClient server = new ServerClient(address, trust)) {
      AccountCache cache = AccountCache.open(profile.account(address, me.user().id()));
      ServerClient.AsSession session = server.as(token, threads, clock);
      return new SignedIn(
          new SignedIn.Identity(address, me), place, session.api(), session.live(), cache, threads);
    } catch (CacheException e) {
      throw new ProblemException(new Problem.LocalStorage(), e);
    }
  }

  private static Boolean end(SignedIn signedIn) throws ProblemException {
    signedIn.api().signOut();
    return true;
  }

  private void forgetHere(SignedIn signedIn) {
    signedIn.close();
    try {
      Files.deleteIfExists(profile.session());
      tokens.forget(KeptSession.account(signedIn.address(), signedIn.me()), signedIn.tokenPlace());
    } catch (IOException e) {
      LOG.warn("a session that is over cannot be forgotten", e);
    }
  }
}
