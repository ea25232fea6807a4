package charla.server.call;

import charla.protocol.CallId;
import charla.protocol.ErrorCode;
import charla.protocol.UserId;
import charla.server.refusal.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls that outlive the broker, but not the test; on demand it takes nothing, as a full disk. */
final class MemoryCalls implements Calls {
  private final Map<CallId, StoredCall> calls = new HashMap<>();
  private final Set<CallId> settled = new HashSet<>();

  /** Every version that was ever stored, in order. */
  final List<StoredCall> written = new ArrayList<>();

  boolean full;

  @Override
  public synchronized boolean add(StoredCall call) {
    requireRoom();
    return calls.putIfAbsent(call.id(), call) == null && written.add(call);
  }

  @Override
  public synchronized Optional<StoredCall> byId(CallId id) {
    return Optional.ofNullable(calls.get(id));
  }

  @Override
  public synchronized boolean replace(StoredCall next) {
    requireRoom();
    StoredCall before = calls.get(next.id());
    if (before == null || !before.isLive() || before.version() != next.version() - 1) {
      return false;
    }
    calls.put(next.id(), next);
    return written.add(next);
  }

  @Override
  public synchronized List<StoredCall> unsettled() {
    return calls.values().stream()
        .filter(call -> !settled.contains(call.id()))
        .sorted(Comparator.comparing(StoredCall::createdAt))
        .toList();
  }

  @Override
  public synchronized void settled(CallId id) {
    requireRoom();
    settled.add(id);
  }

  @Override
  public List<StoredCall> of(UserId userId, @Nullable CallId before, int limit) {
    throw new UnsupportedOperationException("the broker does not list");
  }

  @Override
  public void hide(CallId id, UserId userId) {
    throw new UnsupportedOperationException("the broker does not hide");
  }

  void requireRoom() {
    if (full) {
      throw new Refusal(ErrorCode.STORAGE_FULL, "full");
    }
  }
}
