package charla.server.call;

import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import charla.protocol.Signal;
import charla.server.refusal.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What one device of a call said lately, for the other one should it come back from a broken
 * connection. Bounded in time, number and size; the oldest goes first. For one thread at a time.
 */
final class KeptSignals {
  private static final int MAX_SIGNALS = 128;
  private static final int MAX_CHARS = 4 * Limits.SDP_BYTES;

  private record Kept(ServerFrame.CallSignal frame, int chars, long at) {}

  private final LongSupplier nanoTime;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private int keptChars;
  private long last;
  private int candidates;

  KeptSignals(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * @return false for one that came before, or after one that it should have come before
   * @throws Refusal {@code invalid_request} for too many candidates
   */
  boolean take(ServerFrame.CallSignal frame) {
    if (frame.n() <= last) {
      return false;
    }
    count(frame.signal());
    last = frame.n();
    keep(new Kept(frame, SignalRules.length(frame.signal()), nanoTime.getAsLong()));
    return true;
  }

  /** Those above {@code n}, in their order. */
  List<ServerFrame.CallSignal> above(long n) {
    forgetOld();
    return kept.stream().map(Kept::frame).filter(frame -> frame.n() > n).toList();
  }

  private void count(Signal signal) {
    switch (signal) {
      case Signal.Offer _, Signal.Answer _ -> candidates = 0;
      case Signal.Candidate _ -> {
        if (candidates >= Limits.CANDIDATES_MAX) {
          throw new Refusal(ErrorCode.INVALID_REQUEST, "too many candidates");
        }
        candidates++;
      }
      case Signal.CandidatesEnd _, Signal.Hold _, Signal.Unknown _ -> {}
    }
  }

  private void keep(Kept signal) {
    forgetOld();
    kept.add(signal);
    keptChars += signal.chars();
    while (kept.size() > MAX_SIGNALS || keptChars > MAX_CHARS) {
      forgetFirst();
    }
  }

  private void forgetOld() {
    long now = nanoTime.getAsLong();
    while (!kept.isEmpty() && now - kept.getFirst().at() > Limits.RESUME_WITHIN.toNanos()) {
      forgetFirst();
    }
  }

  private void forgetFirst() {
    keptChars -= kept.removeFirst().chars();
  }
}
