package charla.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import charla.protocol.Bodies;
import charla.protocol.CloseCode;
import charla.protocol.ErrorCode;
import charla.protocol.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionServiceTest extends AccountCase {
  private Bodies.SignedIn laptop;
  private Bodies.SignedIn phone;

  @BeforeEach
  void anaHasTwoDevices() {
    laptop = register("ana");
    phone = signIn("ana", PASSWORD);
  }

  @Test
  void t1TheStoreKnowsTheTokenOnlyAsItsHash() throws IOException {
    assertThat(laptop.token()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(phone.token());
    assertThat(filesHold(Secrets.hash(laptop.token()))).isTrue();
    assertThat(filesHold(laptop.token())).isFalse();
    assertThat(filesHold(PASSWORD)).isFalse();
  }

  @ParameterizedTest(name = "a token like \"{0}\" is nobody''s")
  @ValueSource(strings = {"", "x", "' OR 1=1 --", "{\"$ne\":null}", "\0"})
  void whatIsNoTokenIsNobodys(String token) {
    assertThat(services.sessions().authenticate(token)).isEmpty();
  }

  @Test
  void theHashOfATokenIsNoToken() {
    assertThat(services.sessions().authenticate(Secrets.hash(laptop.token()))).isEmpty();
  }

  @Test
  void t3SigningOutEndsTheSessionAndItsConnectionAtOnce() {
    LoggedSocket here = connect(caller(laptop));
    LoggedSocket there = connect(caller(phone));

    services.sessions().signOut(caller(laptop));

    assertThat(isSignedIn(laptop)).isFalse();
    assertThat(here.closeCodes()).containsExactly(CloseCode.SESSION_ENDED);
    assertThat(isSignedIn(phone)).isTrue();
    assertThat(there.closeCodes()).isEmpty();
  }

  @Test
  void t3SigningOutEverywhereEndsAll() {
    LoggedSocket here = connect(caller(laptop));
    LoggedSocket there = connect(caller(phone));
    Caller caller = caller(laptop);

    services.sessions().signOutEverywhere(caller);

    assertThat(isSignedIn(laptop) || isSignedIn(phone)).isFalse();
    assertThat(services.sessions().isOpen(caller)).isFalse();
    assertThat(List.of(here.closeCodes(), there.closeCodes()))
        .containsOnly(List.of(CloseCode.SESSION_ENDED));
  }

  @Test
  void t3SuspendingEndsAllAndIsUndoneByANewSignIn() {
    Bodies.SignedIn bob = register("bob");
    UserId id = bob.me().user().id();
    LoggedSocket socket = connect(caller(bob));

    services.administration().setSuspended(caller(laptop), id, new Bodies.Suspension(true));

    assertThat(socket.closeCodes()).containsExactly(CloseCode.SUSPENDED);
    assertThat(isSignedIn(bob)).isFalse();
    assertRefused(ErrorCode.WRONG_CREDENTIALS, () -> signIn("bob", PASSWORD));

    services.administration().setSuspended(caller(laptop), id, new Bodies.Suspension(false));
    assertThat(isSignedIn(bob)).isFalse();
    assertThat(isSignedIn(signIn("bob", PASSWORD))).isTrue();
  }

  @Test
  void onlyAdministratorsSuspendAndNotThemselves() {
    Caller ana = caller(laptop);
    Caller bob = caller(register("bob"));
    var suspension = new Bodies.Suspension(true);

    assertRefused(
        ErrorCode.NOT_ALLOWED,
        () -> services.administration().setSuspended(bob, ana.userId(), suspension));
    assertRefused(
        ErrorCode.NOT_ALLOWED,
        () -> services.administration().setSuspended(ana, ana.userId(), suspension));
    assertRefused(
        ErrorCode.NOT_FOUND,
        () -> services.administration().setSuspended(ana, new UserId("f".repeat(24)), suspension));
  }

  @Test
  void onesOwnSessionIsEndedAndAnothersIsNot() {
    Caller bob = caller(register("bob"));

    assertRefused(ErrorCode.NOT_FOUND, () -> services.sessions().end(bob, phone.session().id()));
    assertThat(isSignedIn(phone)).isTrue();

    services.sessions().end(caller(laptop), phone.session().id());
    assertThat(isSignedIn(phone)).isFalse();
  }

  @Test
  void theListNamesEveryDeviceAndTheOneThatAsks() {
    var sessions = services.sessions().list(caller(phone)).sessions();

    assertThat(sessions)
        .extracting(Bodies.Session::device, Bodies.Session::current)
        .containsExactlyInAnyOrder(tuple("phone", true), tuple("laptop", false));
  }

  @Test
  void aSessionEndsAfterNinetyDaysWithoutUse() {
    Caller caller = caller(phone);
    LoggedSocket socket = connect(caller);
    clock.advance(Duration.ofDays(89));
    assertThat(isSignedIn(laptop)).isTrue();
    clock.advance(Duration.ofDays(1).plusSeconds(1));

    assertThat(isSignedIn(phone)).isFalse();
    assertThat(isSignedIn(laptop)).isTrue();

    services.forgetting().run();
    assertThat(services.sessions().isOpen(caller)).isFalse();
    assertThat(socket.closeCodes()).containsExactly(CloseCode.SESSION_ENDED);
  }

  @Test
  void useIsNotedAtMostOnceAMinute() {
    var start = clock.instant();
    clock.advance(Duration.ofSeconds(59));
    assertThat(lastUsedAfterUse()).isEqualTo(start);

    clock.advance(Duration.ofSeconds(1));
    assertThat(lastUsedAfterUse()).isEqualTo(clock.instant());
  }

  private Instant lastUsedAfterUse() {
    caller(laptop);
    return store.sessions().byTokenHash(Secrets.hash(laptop.token())).orElseThrow().lastUsed();
  }

  private boolean filesHold(String text) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }
}
