package charla.client.chat;

import charla.client.ui.Texts;
import charla.client.ui.Times;
import charla.protocol.CallLine;
import charla.protocol.CallReason;
import java.time.Duration;

/** What became of a call, in one line. */
public record CallLineWords(Texts texts) {
  /**
   * @param own whether the person signed in called
   */
  public String of(CallLine call, boolean own) {
    if (call.seconds() != null && call.reason() != CallReason.ICE_FAILED) {
      return texts.get("calls.line.talked", Times.length(Duration.ofSeconds(call.seconds())));
    }
    if (isMissed(call.reason(), own)) {
      return texts.get("calls.line.missed");
    }
    return texts.get(
        switch (call.reason()) {
          case NO_ANSWER, UNREACHABLE -> "calls.line.noAnswer";
          case DECLINED -> "calls.line.declined";
          case BUSY -> "calls.line.busy";
          case CANCELLED -> "calls.line.cancelled";
          case COMPLETED, NOT_ALLOWED, LOST, ICE_FAILED, UNKNOWN -> "calls.line.failed";
        });
  }

  /** Whether somebody called in vain. */
  public static boolean isMissed(CallReason reason, boolean own) {
    return !own && reason.missed();
  }
}
