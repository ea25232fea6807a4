package charla.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import charla.protocol.Bodies;
import charla.protocol.ErrorCode;
import charla.protocol.ServerInfo.Registration;
import charla.protocol.UserId;
import charla.server.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest extends AccountCase {
  private static final String WRONG = "velvet-orbit-78-lynx";

  @BeforeEach
  void anaAdministersAndSueIsSuspended() {
    Caller ana = caller(register("ana"));
    UserId sue = register("sue").me().user().id();
    services.administration().setSuspended(ana, sue, new Bodies.Suspension(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "Ana", " ANA "})
  void thePasswordOpensASessionHoweverTheNameIsTyped(String name) {
    assertThat(caller(signIn(name, PASSWORD)).userId()).isEqualTo(account("ana").id());
  }

  @Test
  void a1TheTwinThatBcryptCannotTellFromThePasswordIsWrong() {
    String longest = "é".repeat(30) + "quiet-river7";
    services.registration().register(registration("bob", longest));

    assertThat(refusal(() -> signIn("bob", longest))).isEmpty();
    assertThat(refusal(() -> signIn("bob", longest + "7"))).contains(ErrorCode.WRONG_CREDENTIALS);
  }

  @Test
  void a2ATwinWithNulAndTheWordNullAreWrong() {
    String twin = PASSWORD + "\0" + PASSWORD;

    assertThat(refusal(() -> signIn("ana", twin))).contains(ErrorCode.WRONG_CREDENTIALS);
    assertThat(refusal(() -> signIn("ana", "null"))).contains(ErrorCode.WRONG_CREDENTIALS);
    assertThat(refusal(() -> signIn("ana", ""))).contains(ErrorCode.WRONG_CREDENTIALS);
  }

  @Test
  void a5UnknownSuspendedAndWrongGetTheSameAnswer() {
    Refusal wrong = assertRefused(ErrorCode.WRONG_CREDENTIALS, () -> signIn("ana", WRONG));

    for (String name : List.of("nobody", "sue", "no name", "")) {
      assertThat(assertRefused(ErrorCode.WRONG_CREDENTIALS, () -> signIn(name, PASSWORD)))
          .hasMessage(wrong.getMessage())
          .returns(wrong.retryAfter(), Refusal::retryAfter);
    }
  }

  @Test
  void a5UnknownSuspendedAndWrongTakeTheSameTime() {
    services = services(Registration.OPEN, 9);
    services.registration().register(registration("bob", PASSWORD));
    Account slow = account("bob");
    store.accounts().setPasswordHash(account("sue").id(), slow.passwordHash());

    double wrong = quickest("bob", WRONG).toNanos();

    assertThat((double) quickest("nobody", PASSWORD).toNanos())
        .isCloseTo(wrong, withPercentage(60));
    assertThat((double) quickest("sue", PASSWORD).toNanos()).isCloseTo(wrong, withPercentage(60));
    assertThat((double) quickest("bob", "x".repeat(73)).toNanos())
        .isCloseTo(wrong, withPercentage(60));
  }

  @Test
  void a8ADamagedHashIsAWrongPassword() {
    for (String damaged : List.of("", "$2a$", "$2b$12$" + "x".repeat(53), "null", "{\"$ne\":1}")) {
      store.accounts().setPasswordHash(account("ana").id(), damaged);

      assertThat(refusal(() -> signIn("ana", PASSWORD))).contains(ErrorCode.WRONG_CREDENTIALS);
      clock.advance(Duration.ofHours(1));
    }
  }

  /** Of several tries, since anything may make one slower, but nothing makes one quicker. */
  private Duration quickest(String name, String password) {
    Duration quickest = Duration.ofDays(1);
    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofHours(1));
      long begin = System.nanoTime();
      assertThat(refusal(() -> signIn(name, password))).contains(ErrorCode.WRONG_CREDENTIALS);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      quickest = took.compareTo(quickest) < 0 ? took : quickest;
    }
    return quickest;
  }
}
