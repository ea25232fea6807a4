package charla.client.call.webrtc;

import java.time.Duration;

/**
 * Whether sound still comes from the other device. WebRTC calls a path broken after five seconds;
 * but packets come fifty times a second, muted or not, so that their absence tells sooner. Media
 * thread only.
 */
final class Flow {
  /** Shorter pauses are the network's, or a busy computer's. */
  static final Duration QUIET = Duration.ofMillis(1_500);

  /**
   * What came so far; both only grow.
   *
   * @param packets of sound
   * @param answers to whether the other device is there, of which one comes every few seconds
   */
  record Arrived(double packets, double answers) {}

  private Arrived last = new Arrived(0, 0);
  private long movedAt;
  private boolean expected;

  /**
   * Takes what came so far. A device that answers and sends nothing has no microphone any more, and
   * nothing is expected of it.
   *
   * @param nanos by the clock of {@link System#nanoTime}
   * @return whether there should be sound, and is none
   */
  boolean isCut(Arrived now, long nanos) {
    boolean quiet = nanos - movedAt > QUIET.toNanos();
    if (now.packets() > last.packets()) {
      expected = true;
      movedAt = nanos;
      quiet = false;
    } else if (quiet && now.answers() > last.answers()) {
      expected = false;
    }
    last = now;
    return expected && quiet;
  }
}
