package charla.server.call;

import charla.protocol.Call;
import charla.protocol.CallReason;
import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.User;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that has not ended: what is stored of it, who is there, and how long anything may take.
 * All times run on a clock that never jumps. Guarded by the lock of its two people.
 */
final class LiveCall {
  /** For how long nobody's device may be connected before the caller gives up. */
  static final Duration UNREACHABLE_AFTER = Duration.ofSeconds(15);

  /** For how long the caller may be gone before the answer. */
  static final Duration CALLER_BACK_WITHIN = Duration.ofSeconds(10);

  /**
   * A caller who waits for the answer and says nothing for so long is gone, though the connection
   * still stands: each device pings more often.
   */
  static final Duration CALLER_SILENT_FOR = Limits.PING_EVERY.plusSeconds(5);

  /** How long two devices may look for a path. */
  static final Duration CONNECT_WITHIN = Duration.ofSeconds(35);

  /**
   * @param caller without presence, as is {@code callee}
   */
  record Faces(User caller, User callee) {}

  private final Faces faces;
  private final boolean barred;
  private final LongSupplier nanoTime;
  private final Instant begun;
  private final long begunNanos;
  private final Set<SessionId> present = new HashSet<>();
  private final Map<SessionId, KeptSignals> signals = new HashMap<>();

  private StoredCall now;
  private boolean offered;
  private long stateSince;
  private @Nullable Long absentSince;
  private Scheduler.@Nullable Timer timer;

  /**
   * Nobody is there yet.
   *
   * @param barred whether the callee must not hear of it
   * @param begun the time now, as the call counts it
   */
  LiveCall(StoredCall now, Faces faces, boolean barred, Instant begun, LongSupplier nanoTime) {
    this.now = now;
    this.faces = faces;
    this.barred = barred;
    this.begun = begun;
    this.nanoTime = nanoTime;
    this.begunNanos = nanoTime.getAsLong();
    this.stateSince = begunNanos;
    this.offered = now.isAnswered() || now.state() == Call.State.RINGING;
    countAbsence();
  }

  StoredCall now() {
    return now;
  }

  Faces faces() {
    return faces;
  }

  boolean isBarred() {
    return barred;
  }

  /** Whether a device of the callee was told of it. */
  boolean isOffered() {
    return offered;
  }

  void offer() {
    offered = true;
  }

  /** The time in this call, which runs on whatever the clock on the wall does. */
  Instant time() {
    return begun.plusNanos(nanoTime.getAsLong() - begunNanos).truncatedTo(ChronoUnit.MILLIS);
  }

  /** It changed, and that is stored. */
  void become(StoredCall next) {
    now = next;
    stateSince = nanoTime.getAsLong();
    countAbsence();
  }

  void arrived(SessionId device) {
    present.add(device);
    countAbsence();
  }

  void left(SessionId device) {
    present.remove(device);
    countAbsence();
  }

  boolean take(ServerFrame.CallSignal frame) {
    return signals.computeIfAbsent(frame.fromSession(), _ -> new KeptSignals(nanoTime)).take(frame);
  }

  /** What the other device said after its {@code n}-th signal. */
  List<ServerFrame.CallSignal> signalsTo(SessionId device, long n) {
    return now.peerOf(device).map(signals::get).map(kept -> kept.above(n)).orElse(List.of());
  }

  /** For how much longer it rings; null once it was answered. */
  @Nullable Long ringsForSeconds() {
    return now.isAnswered()
        ? null
        : Long.valueOf(Math.ceilDiv(Math.max(0, left(begunNanos, Limits.RING_FOR)), 1_000_000_000));
  }

  /** The reason for which it has to end now; empty while everything is in time. */
  Optional<CallReason> overdue() {
    if (absenceLeft() <= 0) {
      return Optional.of(now.isAnswered() ? CallReason.LOST : givenUp());
    }
    return deadlineLeft() <= 0 ? Optional.of(reasonOfDeadline()) : Optional.empty();
  }

  /** How long it takes until something may be overdue. */
  Optional<Duration> nextLook() {
    long left = Math.min(absenceLeft(), deadlineLeft());
    return left == Long.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofNanos(left));
  }

  /** The reason when the caller gives up: nobody can have missed what nobody was told of. */
  CallReason givenUp() {
    return offered ? CallReason.CANCELLED : unreachable();
  }

  /** Replaces what was to look after it. */
  void watchedBy(Scheduler.@Nullable Timer next) {
    if (timer != null) {
      timer.cancel();
    }
    timer = next;
  }

  private CallReason unreachable() {
    return barred ? CallReason.NOT_ALLOWED : CallReason.UNREACHABLE;
  }

  private CallReason reasonOfDeadline() {
    return switch (now.state()) {
      case DIALING -> unreachable();
      case RINGING -> CallReason.NO_ANSWER;
      case CONNECTING, ACTIVE, ENDED -> CallReason.ICE_FAILED;
    };
  }

  private long deadlineLeft() {
    return switch (now.state()) {
      case DIALING -> left(begunNanos, offered ? Limits.RING_FOR : UNREACHABLE_AFTER);
      case RINGING -> left(begunNanos, Limits.RING_FOR);
      case CONNECTING -> left(stateSince, CONNECT_WITHIN);
      case ACTIVE, ENDED -> Long.MAX_VALUE;
    };
  }

  private long absenceLeft() {
    if (absentSince == null) {
      return Long.MAX_VALUE;
    }
    return left(absentSince, now.isAnswered() ? Limits.RESUME_WITHIN : CALLER_BACK_WITHIN);
  }

  /** Before the answer the caller has to be there, later one of the two. */
  private void countAbsence() {
    boolean absent = now.isAnswered() ? present.isEmpty() : !present.contains(now.callerSession());
    if (!absent) {
      absentSince = null;
    } else if (absentSince == null) {
      absentSince = nanoTime.getAsLong();
    }
  }

  private long left(long since, Duration limit) {
    return limit.toNanos() - (nanoTime.getAsLong() - since);
  }
}
