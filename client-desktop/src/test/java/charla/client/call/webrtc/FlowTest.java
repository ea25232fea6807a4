package charla.client.call.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** C6: a path that broke is noticed by what does not come. */
class FlowTest {
  private final Flow flow = new Flow();

  @Test
  void c6SoundThatStaysAwayIsNoticedAndSoIsItsReturn() {
    assertThat(isCut(0, 100, 1)).isFalse();
    assertThat(isCut(1_400, 100, 1)).isFalse();
    assertThat(isCut(1_600, 100, 1)).isTrue();
    assertThat(isCut(3_000, 101, 1)).isFalse();
  }

  @Test
  void whoHasNotSentYetIsNotMissed() {
    assertThat(isCut(0, 0, 0)).isFalse();
    assertThat(isCut(10_000, 0, 0)).isFalse();
  }

  @Test
  void whoAnswersWithoutAMicrophoneIsStillThere() {
    isCut(0, 100, 1);
    assertThat(isCut(2_000, 100, 1)).isTrue();
    assertThat(isCut(2_100, 100, 2)).isFalse();
    assertThat(isCut(9_000, 100, 2)).isFalse();
  }

  private boolean isCut(long millis, double packets, double answers) {
    return flow.isCut(new Flow.Arrived(packets, answers), TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
