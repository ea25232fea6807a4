package charla.client.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(new Random(7));

  @Test
  void theBoundDoublesFromOneSecondToThirty() {
    for (int bound : new int[] {1, 2, 4, 8, 16, 30, 30, 30}) {
      assertThat(backoff.next()).isBetween(Duration.ZERO, Duration.ofSeconds(bound));
    }
  }

  @Test
  void waitsAreSpreadOverTheWholeRange() {
    IntStream.range(0, 10).forEach(i -> backoff.next());
    long below = IntStream.range(0, 1_000).filter(i -> backoff.next().toSeconds() < 15).count();

    assertThat(below).isBetween(400L, 600L);
  }

  @Test
  void itBeginsAnewAfterASuccess() {
    IntStream.range(0, 10).forEach(i -> backoff.next());
    backoff.reset();

    assertThat(backoff.next()).isLessThanOrEqualTo(Backoff.FIRST);
  }
}
