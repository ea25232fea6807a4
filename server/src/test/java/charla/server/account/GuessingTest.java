package charla.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.ErrorCode;
import charla.server.store.Race;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessingTest extends AccountCase {
  private static final String WRONG = "velvet-orbit-78-lynx";

  @BeforeEach
  void ana() {
    register("ana");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "nobody"})
  void a6AfterFiveFailuresANameWaitsTwiceAsLongEachTime(String name) {
    failFiveTimes(name);

    for (long seconds : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900)) {
      assertThat(refusedFor(name)).isEqualTo(Duration.ofSeconds(seconds));
      clock.advance(Duration.ofSeconds(seconds));
      assertThat(guess(name)).contains(ErrorCode.WRONG_CREDENTIALS);
    }
  }

  @Test
  void a6TheRightPasswordWaitsTooAndThenClears() {
    failFiveTimes("ana");
    assertRefused(ErrorCode.RATE_LIMITED, () -> signIn("ana", PASSWORD));

    clock.advance(Duration.ofSeconds(1));
    signIn("ana", PASSWORD);

    assertThat(guess("ana")).contains(ErrorCode.WRONG_CREDENTIALS);
    assertThat(guess("ana")).contains(ErrorCode.WRONG_CREDENTIALS);
  }

  @Test
  void a6AnAddressFailsTwentyTimesAMinuteAndNoSuccessClearsThat() {
    for (int i = 0; i < 20; i++) {
      assertThat(guess("person" + i)).contains(ErrorCode.WRONG_CREDENTIALS);
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(refusedFor("somebody.else")).isEqualTo(Duration.ofSeconds(40));
    assertThat(refusal(() -> signIn("ana", PASSWORD))).contains(ErrorCode.RATE_LIMITED);
    assertThat(refusal(() -> signInFrom("192.0.2.8", "ana", PASSWORD))).isEmpty();
  }

  @Test
  void a6OneSubnetIsOneAddress() {
    for (int i = 0; i < 20; i++) {
      String address = "2001:db8:1:2::" + Integer.toHexString(i);
      String name = "person" + i;
      assertThat(refusal(() -> signInFrom(address, name, WRONG)))
          .contains(ErrorCode.WRONG_CREDENTIALS);
    }

    assertThat(refusal(() -> signInFrom("2001:db8:1:2:ffff::1", "ana", PASSWORD)))
        .contains(ErrorCode.RATE_LIMITED);
    assertThat(refusal(() -> signInFrom("2001:db8:1:3::1", "ana", PASSWORD))).isEmpty();
  }

  @Test
  void a6ARestartGivesNoFreshTries() {
    failFiveTimes("ana");
    closeStore();
    openStore();

    assertThat(guess("ana")).contains(ErrorCode.RATE_LIMITED);
  }

  @Test
  void a6GuessesAtOnceAreNoWayRound() throws Exception {
    var codes = Race.of(50, i -> guess("ana"));

    assertThat(Collections.frequency(codes, Optional.of(ErrorCode.WRONG_CREDENTIALS)))
        .isBetween(5, 6);
    assertThat(Collections.frequency(codes, Optional.of(ErrorCode.RATE_LIMITED))).isBetween(44, 45);
  }

  @Test
  void d11AClockThatIsSetBackDoesNotLengthenTheWait() {
    failFiveTimes("ana");
    clock.advance(Duration.ofDays(-3));

    assertThat(refusedFor("ana")).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void failuresAreForgottenAfterADay() {
    failFiveTimes("ana");
    clock.advance(Duration.ofDays(1).plusSeconds(1));
    services.forgetting().run();

    assertThat(guess("ana")).contains(ErrorCode.WRONG_CREDENTIALS);
    assertThat(guess("ana")).contains(ErrorCode.WRONG_CREDENTIALS);
  }

  @Test
  @Timeout(30)
  void a7WhoIsThrottledIsRefusedWithoutWaitingForAHash() throws Exception {
    HashingQueue busy = new HashingQueue();
    var throttle = new SignInThrottle(store.signInFailures(), clock);
    var check = new PasswordCheck(throttle, busy, new PasswordHasher(QUICK, new SecureRandom()));
    failFiveTimes("ana");

    try (var held = new HeldTurns(busy)) {
      held.take();
      held.take();
      assertRefused(
          ErrorCode.RATE_LIMITED,
          () ->
              check.require(
                  "ana", HERE, store.accounts().byUsername(account("ana").username()), PASSWORD));
    }
  }

  private void failFiveTimes(String name) {
    for (int i = 0; i < 5; i++) {
      assertThat(guess(name)).contains(ErrorCode.WRONG_CREDENTIALS);
    }
  }

  private Optional<ErrorCode> guess(String name) {
    return refusal(() -> signIn(name, WRONG));
  }

  private Duration refusedFor(String name) {
    return assertRefused(ErrorCode.RATE_LIMITED, () -> signIn(name, WRONG))
        .retryAfter()
        .orElseThrow();
  }

  private Bodies.SignedIn signInFrom(String address, String name, String password) {
    return services.signIn().signIn(new Bodies.SignIn(name, password, "phone"), address);
  }
}
