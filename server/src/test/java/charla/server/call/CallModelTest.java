package charla.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.CallReason;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever three people with five devices do, in whatever order, with connections that break,
 * clocks that jump, a disk that fills and a server that dies: what must hold of calls holds.
 */
class CallModelTest {
  private static final int SCHEDULES = 20_000;
  private static final int EVENTS = 30;

  @Test
  void whateverHappensBothSidesAgreeAndNobodyElseIsTold() {
    long seed = Long.getLong("charla.seed", System.nanoTime());
    Set<String> steps = new HashSet<>();
    Set<CallReason> reasons = EnumSet.noneOf(CallReason.class);
    for (int i = 0; i < SCHEDULES; i++) {
      CallSchedule schedule = new CallSchedule(seed + i);
      try {
        schedule.run(EVENTS);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dcharla.seed=" + (seed + i) + "\n" + schedule.story(), e);
      }
      steps.addAll(schedule.steps());
      reasons.addAll(schedule.reasons());
    }

    assertThat(steps)
        .as("with seed %d", seed)
        .containsExactlyInAnyOrder(
            "DIALING-RINGING",
            "DIALING-CONNECTING",
            "DIALING-ENDED",
            "RINGING-CONNECTING",
            "RINGING-ENDED",
            "CONNECTING-ACTIVE",
            "CONNECTING-ENDED",
            "ACTIVE-ENDED");
    assertThat(reasons)
        .as("with seed %d", seed)
        .isEqualTo(EnumSet.complementOf(EnumSet.of(CallReason.UNKNOWN)));
  }
}
