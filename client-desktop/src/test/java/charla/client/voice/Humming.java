package charla.client.voice;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Both people hum without a break, and what comes out of both speakers is recorded. */
final class Humming implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final double AUDIBLE = TwoDesks.SPEECH;

  private final List<Process> mouths;
  private final List<Tape> ears;

  private Humming(List<Process> mouths, List<Tape> ears) {
    this.mouths = mouths;
    this.ears = ears;
  }

  static Humming both(VirtualSound sound) throws IOException {
    Humming humming =
        new Humming(
            List.of(sound.hum("mouth_ana"), sound.hum("mouth_ben")),
            List.of(sound.record("speaker_ana.monitor"), sound.record("speaker_ben.monitor")));
    await().until(() -> humming.ears.stream().allMatch(ear -> ear.millis() > 300));
    return humming;
  }

  /** By the clock of {@link System#nanoTime}, in milliseconds. */
  static long now() {
    return System.nanoTime() / 1_000_000;
  }

  /**
   * Waits until both have heard the other; when the later one did for the first time.
   *
   * @param afterMillis by the clock of {@link System#nanoTime}, as the answer
   */
  long heardByBoth(long afterMillis) {
    await().atMost(PATIENCE).until(() -> heard(afterMillis).count() == ears.size());
    return heard(afterMillis).max(Long::compare).orElseThrow();
  }

  /** The longest time in which one of them did not hear the other. */
  Duration longestPauseSince(long fromMillis) {
    long now = now();
    long until = now - 100;
    await().until(() -> ears.stream().allMatch(ear -> ear.beganAtMillis() + ear.millis() > now));
    return ears.stream()
        .map(ear -> ear.longestPause(fromMillis, until, AUDIBLE))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  @Override
  public void close() {
    mouths.forEach(Process::destroy);
    ears.forEach(Tape::close);
  }

  private Stream<Long> heard(long afterMillis) {
    return ears.stream().flatMap(ear -> ear.loudAfter(afterMillis, AUDIBLE).stream().boxed());
  }
}
