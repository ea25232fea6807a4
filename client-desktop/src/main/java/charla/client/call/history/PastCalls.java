package charla.client.call.history;

import charla.client.chat.CallLineWords;
import charla.protocol.Call;
import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.User;
import charla.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Calls that followed each other with the same person and the same outcome: one row of the tab.
 *
 * @param calls the newest first, at least one
 */
record PastCalls(UserId me, List<Call> calls) {
  PastCalls {
    calls = List.copyOf(calls);
  }

  /**
   * All rows that match.
   *
   * @param calls the newest first
   * @param text a part of a name; empty for all
   */
  static List<PastCalls> of(List<Call> calls, UserId me, String text, Show show) {
    List<PastCalls> rows = new ArrayList<>();
    for (Call call : calls) {
      PastCalls row = new PastCalls(me, List.of(call));
      if (!row.matches(text) || (show == Show.MISSED && !row.isMissed())) {
        continue;
      }
      if (!rows.isEmpty() && rows.getLast().belongsWith(row)) {
        rows.set(rows.size() - 1, rows.getLast().with(call));
      } else {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Which calls are shown. */
  enum Show {
    ALL,
    MISSED
  }

  Call newest() {
    return calls.getFirst();
  }

  boolean isOwn() {
    return newest().caller().id().equals(me);
  }

  User peer() {
    return isOwn() ? newest().callee() : newest().caller();
  }

  boolean isMissed() {
    return CallLineWords.isMissed(line().reason(), isOwn());
  }

  Instant at() {
    return newest().createdAt();
  }

  CallLine line() {
    Call call = newest();
    CallReason reason = Optional.ofNullable(call.reason()).orElse(CallReason.UNKNOWN);
    return new CallLine(call.id(), reason, seconds(call));
  }

  private boolean matches(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return peer().displayName().toLowerCase(Locale.ROOT).contains(wanted)
        || peer().username().value().contains(wanted);
  }

  private boolean belongsWith(PastCalls next) {
    return peer().id().equals(next.peer().id())
        && isOwn() == next.isOwn()
        && isMissed() == next.isMissed();
  }

  private PastCalls with(Call older) {
    List<Call> all = new ArrayList<>(calls);
    all.add(older);
    return new PastCalls(me, all);
  }

  private static @org.jspecify.annotations.Nullable Long seconds(Call call) {
    return call.answeredAt() == null || call.endedAt() == null
        ? null
        : Long.valueOf(Duration.between(call.answeredAt(), call.endedAt()).toSeconds());
  }
}
