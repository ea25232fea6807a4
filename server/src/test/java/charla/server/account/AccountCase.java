package charla.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import charla.protocol.Bodies;
import charla.protocol.ErrorCode;
import charla.protocol.ServerInfo.Registration;
import charla.protocol.Username;
import charla.server.live.Connection;
import charla.server.live.Connections;
import charla.server.refusal.Refusal;
import charla.server.sqlite.SqliteStore;
import charla.server.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The services over a real store, with a clock that the test moves and quick hashing. */
abstract class AccountCase {
  static final String PASSWORD = "maple-tandem-41-quay";
  static final String NEW_PASSWORD = "velvet-orbit-77-lynx";
  static final String HERE = "192.0.2.7";
  static final int QUICK = 4;

  final SetClock clock = new SetClock();
  final Connections connections =
      new Connections(Connections.Caps.DEFAULT, Runnable::run, System::nanoTime);

  @TempDir Path folder;
  Store store;
  AccountServices services;

  @BeforeEach
  void openStore() {
    store = SqliteStore.open(folder.resolve("charla.db"), clock);
    services = services(Registration.OPEN, QUICK);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  AccountServices services(Registration policy, int hashingCost) {
    return AccountServices.of(
        new AccountServices.Ports(
            store.accounts(), store.sessions(), store.signInFailures(), store.invites()),
        connections,
        new AccountServices.Settings(policy, hashingCost, clock, new SecureRandom()));
  }

  Bodies.SignedIn register(String username) {
    return services.registration().register(registration(username, PASSWORD));
  }

  Bodies.SignedIn signIn(String username, String password) {
    return services.signIn().signIn(new Bodies.SignIn(username, password, "phone"), HERE);
  }

  Caller caller(Bodies.SignedIn signedIn) {
    return services.sessions().authenticate(signedIn.token()).orElseThrow();
  }

  boolean isSignedIn(Bodies.SignedIn signedIn) {
    return services.sessions().authenticate(signedIn.token()).isPresent();
  }

  Account account(String username) {
    return store.accounts().byUsername(new Username(username)).orElseThrow();
  }

  LoggedSocket connect(Caller caller) {
    LoggedSocket socket = new LoggedSocket();
    connections.register(
        new Connection.Party(caller.userId(), caller.sessionId(), HERE),
        socket,
        () -> {
          throw new IllegalStateException("nothing was lost");
        });
    return socket;
  }

  static Bodies.Register registration(String username, String password) {
    return new Bodies.Register(username, "Somebody", password, null, "laptop");
  }

  static Bodies.Register invited(String username, String code) {
    return new Bodies.Register(username, "Somebody", PASSWORD, code, "laptop");
  }

  static Refusal assertRefused(ErrorCode code, ThrowingCallable call) {
    Refusal[] refusal = new Refusal[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> {
              assertThat(r.code()).isEqualTo(code);
              refusal[0] = r;
            });
    return refusal[0];
  }

  /** The code with which this is refused; empty when it is not. */
  static Optional<ErrorCode> refusal(Runnable call) {
    try {
      call.run();
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.code());
    }
  }
}
