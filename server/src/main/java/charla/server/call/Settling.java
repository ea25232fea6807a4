package charla.server.call;

import charla.protocol.CallId;
import charla.server.refusal.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a call that has ended is stored as such and leaves its line in the conversation,
 * once: at once, or later while the store does not answer, or after the next start. Every step may
 * be repeated. Safe for any thread.
 */
final class Settling {
  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

  /** Port: where the lines go. */
  @FunctionalInterface
  interface Lines {
    /** Adds the line of a call that has ended; a second time is nothing. May block. */
    void add(StoredCall ended);
  }

  private final Calls calls;
  private final Lines lines;
  private final Scheduler scheduler;
  private final Map<CallId, StoredCall> unsettled = new ConcurrentHashMap<>();

  Settling(Calls calls, Lines lines, Scheduler scheduler) {
    this.calls = calls;
    this.lines = lines;
    this.scheduler = scheduler;
  }

  /** Ended for those who talked, but perhaps not yet in the store. */
  Optional<StoredCall> byId(CallId id) {
    return Optional.ofNullable(unsettled.get(id));
  }

  void settle(StoredCall ended) {
    unsettled.put(ended.id(), ended);
    try {
      store(ended);
      lines.add(ended);
      calls.settled(ended.id());
      unsettled.remove(ended.id());
    } catch (Refusal refusal) {
      LOG.warn("A call that has ended is stored later: {}", refusal.getMessage());
      var _ = scheduler.after(AGAIN_AFTER, () -> settle(ended));
    }
  }

  private void store(StoredCall ended) {
    Optional<StoredCall> stored = calls.byId(ended.id()).filter(StoredCall::isLive);
    if (stored.isPresent()) {
      // A change that seemed to have failed may be in there, and have taken the version.
      calls.replace(ended.withVersion(stored.get().version() + 1));
    }
  }
}
