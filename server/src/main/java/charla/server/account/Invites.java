package charla.server.account;

import java.time.Instant;

/** Port: invites to register. The same promises as {@link Accounts}. */
public interface Invites {
  /**
   * Keeps an invite.
   *
   * @param codeHash SHA-256 of the code, 64 hex digits
   * @param uses how many accounts it is good for, at least 1
   */
  void add(String codeHash, int uses, Instant expiresAt);

  /** Takes one use; false when there is none left, it has expired, or it never was. Atomic. */
  boolean redeem(String codeHash, Instant now);

  /** Gives one use back, after a registration that failed for another reason. */
  void giveBack(String codeHash);
}
