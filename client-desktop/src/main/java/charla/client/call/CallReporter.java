package charla.client.call;

import charla.protocol.CallId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** Writes down how each call was, when it is over. FX thread only. */
public final class CallReporter {
  /** Measurements come every second; one of so many is kept. */
  private static final int EVERY = 5;

  /** A day of them. */
  private static final int MOST = 17_280;

  private final CallClock clock;
  private final BooleanSupplier online;
  private final BiConsumer<CallId, CallReport> keep;
  private final StringBuilder grades = new StringBuilder();
  private Quality.Path path = Quality.Path.DIRECT;
  private int measured;
  private int broken;

  /**
   * @param online whether the server is reached
   */
  public CallReporter(
      CallEngine engine,
      CallClock clock,
      BooleanSupplier online,
      BiConsumer<CallId, CallReport> keep) {
    this.clock = clock;
    this.online = online;
    this.keep = keep;
    engine.stateProperty().addListener((o, was, is) -> changed(was, is));
    engine.gauge().quality().addListener((o, was, is) -> measured(is));
  }

  private void changed(CallState before, CallState now) {
    if (now instanceof Talking talking) {
      boolean wasGood = before instanceof Talking t && t.path() == Talking.Path.GOOD;
      if (wasGood && talking.path() == Talking.Path.BROKEN) {
        broken++;
      }
    } else if (before instanceof Talking talking) {
      long seconds = clock.talked().orElse(Duration.ZERO).toSeconds();
      boolean lost = now instanceof Over over && over.ending() == Ending.LOST;
      boolean lostHere = lost && !online.getAsBoolean();
      keep.accept(
          talking.line().id(), new CallReport(seconds, path, broken, grades.toString(), lostHere));
      reset();
    }
  }

  private void measured(Optional<Quality> quality) {
    quality.ifPresent(now -> {
      path = now.path();
      if (measured++ % EVERY == 0 && grades.length() < MOST) {
        grades.append(
            switch (Verdict.of(now).grade()) {
              case GOOD -> 'g';
              case FAIR -> 'f';
              case POOR -> 'p';
            });
      }
    });
  }

  private void reset() {
    grades.setLength(0);
    path = Quality.Path.DIRECT;
    measured = 0;
    broken = 0;
  }
}
