package charla.server.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private long nanos = Long.MAX_VALUE;
  private final RateLimit<String> limit = new RateLimit<>(3, Duration.ofMillis(100), () -> nanos);

  @Test
  void aBurstIsTakenAtOnceAndThenOneEverySoOften() {
    takeBurst("ana");

    assertRefused("ana", Duration.ofMillis(100));
    pass(Duration.ofMillis(100));
    limit.take("ana");
    assertRefused("ana", Duration.ofMillis(100));
  }

  @Test
  void whoRestsHasTheWholeBurstAgainAndNotMore() {
    takeBurst("ana");
    pass(Duration.ofDays(1));

    takeBurst("ana");

    assertRefused("ana", Duration.ofMillis(100));
  }

  @Test
  void aRefusalCostsNothing() {
    takeBurst("ana");
    pass(Duration.ofMillis(60));
    assertRefused("ana", Duration.ofMillis(40));
    assertRefused("ana", Duration.ofMillis(40));

    pass(Duration.ofMillis(40));

    limit.take("ana");
  }

  @Test
  void oneDoesNotSpendWhatIsAnothers() {
    takeBurst("ana");

    takeBurst("bob");

    assertRefused("ana", Duration.ofMillis(100));
  }

  @Test
  void whoIsStillHeldBackIsNotForgottenAmongManyOthers() {
    takeBurst("ana");

    for (int i = 0; i < 5_000; i++) {
      limit.take("stranger " + i);
    }

    assertRefused("ana", Duration.ofMillis(100));
  }

  private void takeBurst(String key) {
    limit.take(key);
    limit.take(key);
    limit.take(key);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private void assertRefused(String key, Duration wait) {
    assertThatThrownBy(() -> limit.take(key))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.retryAfter()).contains(wait));
  }
}
