package charla.client.call;

import charla.client.ui.Texts;
import charla.client.ui.Times;
import java.time.Duration;
import java.util.Locale;

/** What is said of a call, in words. */
public record CallWords(Texts texts) {
  /** The line below the name. */
  public String status(CallState state, CallClock clock) {
    return switch (state) {
      case Idle _ -> "";
      case Dialing dialing -> texts.get(dialing.rings() ? "call.ringing" : "call.calling");
      case Ringing _ -> texts.get("call.voice");
      case Connecting _ -> texts.get("call.connecting");
      case Talking talking -> talking(talking, clock);
      case Over over -> over(over, clock);
    };
  }

  /** {@code Good}, {@code Fair}, {@code Poor}. */
  public String grade(Verdict verdict) {
    return texts.get("call.quality." + verdict.grade().name().toLowerCase(Locale.ROOT));
  }

  /** What is the matter, and with whom; empty when nothing is. */
  public String trouble(Verdict verdict) {
    return verdict.trouble() == Verdict.Trouble.NONE
        ? ""
        : texts.get(
            "call.trouble." + verdict.trouble().name().toLowerCase(Locale.ROOT), verdict.percent());
  }

  /** Everything that was measured, a line each. */
  public String details(Quality quality) {
    String roundTrip = quality.roundTrip().map(way -> Long.toString(way.toMillis())).orElse("–");
    return texts.get(
        "call.quality.details",
        roundTrip,
        percent(quality.sent()),
        percent(quality.received()),
        quality.received().jitter().toMillis(),
        quality.codec(),
        texts.get("call.path." + quality.path().name().toLowerCase(Locale.ROOT)));
  }

  public String already() {
    return texts.get("call.already");
  }

  public String offline() {
    return texts.get("call.offline");
  }

  public String hindrance(Media.Reason reason) {
    return texts.get("call.unavailable." + reason.name().toLowerCase(Locale.ROOT));
  }

  private String talking(Talking talking, CallClock clock) {
    if (talking.path() != Talking.Path.GOOD) {
      return texts.get("call.reconnecting", clock.broken().toSeconds());
    }
    String length = Times.length(clock.talked().orElse(Duration.ZERO));
    if (talking.own().holding()) {
      return texts.get("call.onHold") + " · " + length;
    }
    return talking.held()
        ? texts.get("call.heldBy", talking.line().peer().displayName()) + " · " + length
        : length;
  }

  private String over(Over over, CallClock clock) {
    if (over.ending() == Ending.ELSEWHERE && !over.device().isEmpty()) {
      return texts.get("call.over.elsewhere.named", over.device());
    }
    String words = texts.get("call.over." + over.ending().name().toLowerCase(Locale.ROOT));
    return clock
        .talked()
        .filter(_ -> over.ending() != Ending.NO_PATH)
        .map(talked -> words + " · " + Times.length(talked))
        .orElse(words);
  }

  private static long percent(Quality.Way way) {
    return Math.round(way.loss() * 100);
  }
}
