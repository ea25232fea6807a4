package charla.server.call;

import charla.protocol.CallId;
import charla.protocol.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The calls that have not ended, by id and by person. Safe for any thread; what is found may have
 * ended until its people's lock is held.
 */
final class LiveCalls {
  private final Map<CallId, LiveCall> byId = new ConcurrentHashMap<>();
  private final Map<UserId, List<LiveCall>> byUser = new ConcurrentHashMap<>();

  void add(LiveCall call) {
    byId.put(call.now().id(), call);
    people(call)
        .forEach(userId ->
            byUser.merge(
                userId,
                List.of(call),
                (old, added) -> Stream.concat(old.stream(), added.stream()).toList()));
  }

  void remove(LiveCall call) {
    byId.remove(call.now().id(), call);
    people(call)
        .forEach(userId ->
            byUser.computeIfPresent(
                userId,
                (_, calls) -> {
                  List<LiveCall> rest = calls.stream().filter(c -> c != call).toList();
                  return rest.isEmpty() ? null : rest;
                }));
  }

  Optional<LiveCall> byId(CallId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The oldest first. */
  List<LiveCall> of(UserId userId) {
    return byUser.getOrDefault(userId, List.of());
  }

  /** The one between these two; asked with their lock. */
  Optional<LiveCall> between(UserId one, UserId other) {
    return first(one, call -> call.now().involves(other));
  }

  /**
   * The call that this person is in, makes, or is rung for. A call that none of their devices was
   * told of keeps them from nothing. Asked with their lock.
   */
  Optional<LiveCall> occupying(UserId userId) {
    return first(userId, call -> call.now().caller().equals(userId) || call.isOffered());
  }

  /** The call that this person makes or has answered. Asked with their lock. */
  Optional<LiveCall> chosenBy(UserId userId) {
    return first(userId, call -> call.now().caller().equals(userId) || call.now().isAnswered());
  }

  private Optional<LiveCall> first(UserId userId, Predicate<LiveCall> wanted) {
    return of(userId).stream().filter(wanted).findFirst();
  }

  private static List<UserId> people(LiveCall call) {
    return List.of(call.now().caller(), call.now().callee());
  }
}
