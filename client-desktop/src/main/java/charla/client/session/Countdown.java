package charla.client.session;

import charla.client.net.Alarm;
import charla.client.net.Scheduler;
import java.time.Duration;
import java.util.function.Consumer;

/** Counts a wait down, second by second. FX thread only. */
final class Countdown {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Alarm next;

  /**
   * @param onFx runs its tasks on the FX thread
   */
  Countdown(Scheduler onFx) {
    this.next = new Alarm(onFx);
  }

  /**
   * @param left is told at once and each second what is left of the wait
   * @param over runs when nothing is
   */
  void begin(Duration wait, Consumer<Duration> left, Runnable over) {
    stop();
    if (!wait.isPositive()) {
      over.run();
      return;
    }
    left.accept(wait);
    next.set(TICK, () -> begin(wait.minus(TICK), left, over));
  }

  void stop() {
    next.cancel();
  }
}
