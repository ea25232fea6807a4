package charla.server.account;

import java.time.Instant;
import java.util.Optional;

/**
 * Port: failed sign-ins, kept so that a restart gives no fresh tries. A key names an account or an
 * address. The same promises as {@link Accounts}.
 */
public interface SignInFailures {
  /**
   * How often in a row, and when last.
   *
   * @param count at least 1
   */
  record Failures(int count, Instant last) {}

  Optional<Failures> of(String key);

  /** Counts one more and returns the new state; concurrent failures are all counted. */
  Failures add(String key, Instant at);

  void clear(String key);

  /** Forgets every key whose last failure is older. */
  void forgetBefore(Instant limit);
}
