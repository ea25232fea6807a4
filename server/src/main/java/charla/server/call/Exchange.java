package charla.server.call;

import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ErrorCode;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.server.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the calls that live: finds them, changes them in the store and here, one step at a time for
 * a pair of people, and ends those that are overdue.
 */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  /** What it works with. */
  record Parts(
      Calls calls,
      Directory directory,
      Devices devices,
      Announcer announcer,
      Settling settling,
      Scheduler scheduler) {}

  private final Parts parts;
  private final InstantSource clock;
  private final Intake intake;
  private final LiveCalls live = new LiveCalls();
  private final PairLocks locks = new PairLocks();

  /**
   * @param nanoTime a clock that never jumps, in nanoseconds
   */
  Exchange(Parts parts, InstantSource clock, LongSupplier nanoTime) {
    this.parts = parts;
    this.clock = clock;
    this.intake = new Intake(parts.directory(), clock, nanoTime);
  }

  LiveCalls live() {
    return live;
  }

  /** Takes up what an earlier run of the server left: as if all devices had gone just now. */
  void restore() {
    for (StoredCall call : parts.calls().unsettled()) {
      if (call.isLive()) {
        locked(call, () -> takeUp(call));
      } else {
        parts.settling().settle(call);
      }
    }
  }

  void locked(UserId one, UserId other, Runnable work) {
    locks.run(one, other, work);
  }

  /**
   * The call as it stands, here or in the store.
   *
   * @throws Refusal {@code not_found} when there is none, or this person must not know
   */
  StoredCall require(CallId id, UserId userId) {
    return find(id)
        .filter(call -> mayKnow(userId, call))
        .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such call of this person"));
  }

  Optional<StoredCall> find(CallId id) {
    return live.byId(id)
        .map(LiveCall::now)
        .or(() -> parts.settling().byId(id))
        .or(() -> parts.calls().byId(id));
  }

  /** Does one or the other with a call, holding the lock of its people. */
  void with(
      CallId id, UserId userId, Consumer<LiveCall> whileLive, Consumer<StoredCall> afterwards) {
    StoredCall found = require(id, userId);
    locked(
        found,
        () -> {
          StoredCall now = find(id).orElse(found);
          living(now).ifPresentOrElse(whileLive, () -> afterwards.accept(now));
        });
  }

  /** The call itself, when it lives; asked with the lock of its people. */
  Optional<LiveCall> living(StoredCall call) {
    return call.isLive()
        ? Optional.of(live.byId(call.id()).orElseGet(() -> takeUp(call)))
        : Optional.empty();
  }

  /** For each living call of this person, holding its lock. */
  void each(UserId userId, Consumer<LiveCall> action) {
    for (LiveCall call : live.of(userId)) {
      locked(
          call.now(),
          () -> {
            if (call.now().isLive()) {
              action.accept(call);
            }
          });
    }
  }

  /**
   * Stores a call that begins and takes it in; its caller is there.
   *
   * @return empty when there is a call of this id already
   */
  Optional<LiveCall> begin(StoredCall.Attempt attempt) {
    StoredCall first = StoredCall.dialing(attempt, now());
    if (!parts.calls().add(first)) {
      return Optional.empty();
    }
    LiveCall call = taken(first);
    arrived(call, first.callerSession());
    if (!call.isBarred() && parts.devices().isOnline(first.callee())) {
      call.offer();
    }
    return Optional.of(call);
  }

  /** Stores the next version and tells everybody. */
  void change(LiveCall call, UnaryOperator<StoredCall> step) {
    StoredCall next = step.apply(call.now());
    if (!parts.calls().replace(next)) {
      call.become(afterUnknownOutcome(next));
      next = step.apply(call.now());
      require(parts.calls().replace(next));
    }
    call.become(next);
    parts.announcer().announce(call);
    watch(call);
  }

  /** Ends it for everybody at once, even while the store takes nothing; that is made up for. */
  void end(LiveCall call, CallReason reason) {
    call.become(call.now().ended(reason, call.time()));
    call.watchedBy(null);
    live.remove(call);
    parts.announcer().announce(call);
    parts.settling().settle(call.now());
  }

  /** A call that meets a closed door: it has ended before it began. */
  void refuse(StoredCall.Attempt attempt) {
    StoredCall busy = StoredCall.busy(attempt, now());
    if (parts.calls().add(busy)) {
      parts.announcer().announce(busy);
      parts.settling().settle(busy);
    }
  }

  /** A device of the call is there, unless its connection broke in this very moment. */
  void arrived(LiveCall call, SessionId device) {
    if (parts.devices().isConnected(device)) {
      call.arrived(device);
    } else {
      call.left(device);
    }
    watch(call);
  }

  void left(LiveCall call, SessionId device) {
    call.left(device);
    watch(call);
  }

  void leftIfGone(LiveCall call, SessionId device) {
    if (!parts.devices().isConnected(device)) {
      left(call, device);
    }
  }

  /** Looks again when something may be overdue. */
  void watch(LiveCall call) {
    call.watchedBy(
        Stream.concat(call.nextLook().stream(), untilSilent(call).stream())
            .min(Comparator.naturalOrder())
            .map(delay -> parts.scheduler().after(delay, () -> look(call)))
            .orElse(null));
  }

  /** How long it takes until the caller, of whom nothing has come, counts as gone. */
  private Optional<Duration> untilSilent(LiveCall call) {
    return call.now().isAnswered()
        ? Optional.empty()
        : Optional.of(
            LiveCall.CALLER_SILENT_FOR.minus(parts.devices().silence(call.now().callerSession())));
  }

  private Optional<CallReason> overdue(LiveCall call) {
    return call.overdue()
        .or(() -> untilSilent(call).filter(left -> !left.isPositive()).map(_ -> call.givenUp()));
  }

  private void look(LiveCall call) {
    try {
      locked(
          call.now(),
          () -> {
            if (call.now().isLive()) {
              overdue(call).ifPresentOrElse(reason -> end(call, reason), () -> watch(call));
            }
          });
    } catch (RuntimeException e) {
      LOG.error("Could not look after a call", e);
    }
  }

  private LiveCall takeUp(StoredCall call) {
    LiveCall taken = taken(call);
    watch(taken);
    return taken;
  }

  private LiveCall taken(StoredCall call) {
    LiveCall taken = intake.live(call);
    live.add(taken);
    return taken;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** An earlier change was refused, because the store did not answer in time, and yet made. */
  private StoredCall afterUnknownOutcome(StoredCall next) {
    Optional<StoredCall> stored = parts.calls().byId(next.id()).filter(StoredCall::isLive);
    require(stored.isPresent());
    return stored.get();
  }

  private static void require(boolean agreed) {
    if (!agreed) {
      throw new Refusal(ErrorCode.UNAVAILABLE, "the store knows another end of a call");
    }
  }

  private boolean mayKnow(UserId userId, StoredCall call) {
    if (call.caller().equals(userId)) {
      return true;
    }
    boolean barred = live.byId(call.id()).map(LiveCall::isBarred).orElseGet(call::isBarred);
    return call.callee().equals(userId) && !barred;
  }

  private void locked(StoredCall call, Runnable work) {
    locks.run(call.caller(), call.callee(), work);
  }
}
