package charla.client.net;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock and a scheduler that move when a test says so. */
public final class ManualTime implements Scheduler, InstantSource {
  private record Due(Instant at, Runnable task) {}

  private final List<Due> planned = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-14T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Planned after(Duration delay, Runnable task) {
    Due due = new Due(now.plus(delay), task);
    planned.add(due);
    return () -> planned.remove(due);
  }

  /** Time goes by; what falls due on the way runs, in order. */
  public void pass(Duration duration) {
    Instant end = now.plus(duration);
    for (Optional<Due> next = nextUntil(end); next.isPresent(); next = nextUntil(end)) {
      planned.remove(next.get());
      now = next.get().at();
      next.get().task().run();
    }
    now = end;
  }

  private Optional<Due> nextUntil(Instant end) {
    return planned.stream()
        .filter(due -> !due.at().isAfter(end))
        .min(Comparator.comparing(Due::at));
  }
}
