package charla.server.account;

import charla.protocol.UserId;
import charla.protocol.Username;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Port: accounts and who blocks whom. Every method returns after the change is durable, may block,
 * and is safe for any thread. A user id that does not exist changes nothing.
 *
 * <p>Throws {@code Refusal} with {@code unavailable} when the store cannot be reached and {@code
 * storage_full} when it cannot be written to; reading goes on then.
 */
public interface Accounts {
  /**
   * Makes an account; of several at once with one name exactly one wins. The first account of an
   * empty store is its administrator, and exactly one is however many register at once.
   *
   * @return empty when the name is taken
   */
  Optional<Account> create(
      Username username, String displayName, String passwordHash, Instant createdAt);

  Optional<Account> byId(UserId id);

  Optional<Account> byUsername(Username username);

  /** Those of these ids that exist, in no particular order. */
  List<Account> byIds(Collection<UserId> ids);

  /**
   * People whose user name begins with the text, or whose display name does at the start of one of
   * its words; letter case is ignored, as {@link SearchTerms} says. Ordered by user name; suspended
   * ones are left out. The text is never a pattern.
   *
   * @param text not empty
   */
  List<Account> find(String text, int limit);

  boolean isEmpty();

  void setDisplayName(UserId id, String displayName);

  void setPasswordHash(UserId id, String passwordHash);

  void setSuspended(UserId id, boolean suspended);

  /** Keeps the later of this and what is stored. */
  void setLastSeen(UserId id, Instant lastSeen);

  /** {@code blocker} no longer hears from {@code blocked}. Blocking twice is blocking once. */
  void block(UserId blocker, UserId blocked);

  void unblock(UserId blocker, UserId blocked);

  /** Whom this person blocks. */
  Set<UserId> blockedBy(UserId blocker);
}
