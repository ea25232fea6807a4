package charla.client.call;

import java.time.Duration;

/**
 * What a measurement means to people.
 *
 * @param percent of the packets that are lost, where that is the trouble
 */
public record Verdict(Grade grade, Trouble trouble, int percent) {
  private static final double LOSS_FAIR = 0.03;
  private static final double LOSS_POOR = 0.10;
  private static final Duration JITTER_FAIR = Duration.ofMillis(30);
  private static final Duration JITTER_POOR = Duration.ofMillis(80);
  private static final Duration FAR = Duration.ofMillis(300);
  private static final Duration VERY_FAR = Duration.ofMillis(700);

  public enum Grade {
    GOOD,
    FAIR,
    POOR
  }

  /** What is the matter, and whose network it is. */
  public enum Trouble {
    NONE,
    YOURS_LOSES,
    THEIRS_LOSES,
    YOURS_IS_UNSTABLE,
    THEIRS_IS_UNSTABLE,
    FAR_AWAY
  }

  /**
   * The worst that can be said. What only arrives badly was sent badly, so it is their network;
   * what goes out badly is one's own, and so is what goes badly both ways.
   */
  public static Verdict of(Quality quality) {
    Verdict sent = way(quality.sent(), Trouble.YOURS_LOSES, Trouble.YOURS_IS_UNSTABLE);
    Verdict received = way(quality.received(), Trouble.THEIRS_LOSES, Trouble.THEIRS_IS_UNSTABLE);
    Verdict worst = received.grade().compareTo(sent.grade()) > 0 ? received : sent;
    Verdict far = distance(quality.roundTrip().orElse(Duration.ZERO));
    return far.grade().compareTo(worst.grade()) > 0 ? far : worst;
  }

  private static Verdict way(Quality.Way way, Trouble loses, Trouble unstable) {
    Grade loss = grade(way.loss() >= LOSS_FAIR, way.loss() >= LOSS_POOR);
    Grade jitter =
        grade(way.jitter().compareTo(JITTER_FAIR) >= 0, way.jitter().compareTo(JITTER_POOR) >= 0);
    if (loss == Grade.GOOD && jitter == Grade.GOOD) {
      return new Verdict(Grade.GOOD, Trouble.NONE, 0);
    }
    return loss.compareTo(jitter) >= 0
        ? new Verdict(loss, loses, (int) Math.round(way.loss() * 100))
        : new Verdict(jitter, unstable, 0);
  }

  private static Verdict distance(Duration roundTrip) {
    Grade grade = grade(roundTrip.compareTo(FAR) >= 0, roundTrip.compareTo(VERY_FAR) >= 0);
    return new Verdict(grade, grade == Grade.GOOD ? Trouble.NONE : Trouble.FAR_AWAY, 0);
  }

  private static Grade grade(boolean fair, boolean poor) {
    return poor ? Grade.POOR : fair ? Grade.FAIR : Grade.GOOD;
  }
}
