package charla.server.call;

import charla.protocol.CallId;
import charla.protocol.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: every call there was. The same promises as {@code Accounts}: what a method did is durable
 * when it returns, and one that is refused with {@code unavailable} may still have done it.
 */
public interface Calls {
  /**
   * @return false when there is a call of this id already; nothing is changed then
   */
  boolean add(StoredCall call);

  Optional<StoredCall> byId(CallId id);

  /**
   * Compares and sets: takes the place of the version before it.
   *
   * @return false when another version is stored, or one that has ended; nothing is changed then
   */
  boolean replace(StoredCall next);

  /** Those that live and those that have ended without being {@link #settled}, the oldest first. */
  List<StoredCall> unsettled();

  /** The conversation has its line: nothing is left to do for this call. */
  void settled(CallId id);

  /**
   * This person's calls that have ended, the newest first, without those that they have hidden and
   * those of people whom they blocked at the time.
   *
   * @param before only calls that are older than this one; null for the newest
   */
  List<StoredCall> of(UserId userId, @Nullable CallId before, int limit);

  /** Takes it out of this person's list; the other's stays as it is. A second time is nothing. */
  void hide(CallId id, UserId userId);
}
