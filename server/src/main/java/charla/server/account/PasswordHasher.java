package charla.server.account;

import charla.protocol.Limits;
import charla.protocol.Text;
import charla.protocol.UserId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.mindrot.jbcrypt.BCrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * bcrypt, and the only class that knows its traps: no byte beyond the 72nd counts, a NUL repeats
 * the password from its start, lone surrogates all become a question mark, and a damaged hash
 * throws. Every question costs one hashing, whatever the answer, so that time tells nothing.
 */
final class PasswordHasher {
  private static final Logger LOG = LoggerFactory.getLogger(PasswordHasher.class);

  private final int cost;
  private final SecureRandom random;

  /**
   * @param cost base-2 logarithm of the rounds, 4 to 30
   */
  PasswordHasher(int cost, SecureRandom random) {
    this.cost = cost;
    this.random = random;
  }

  /** Whether bcrypt takes every character of it into account. */
  static boolean canHash(String password) {
    return Text.isWellFormed(password)
        && password.getBytes(StandardCharsets.UTF_8).length <= Limits.PASSWORD_MAX_BYTES;
  }

  /**
   * @throws IllegalArgumentException when not {@link #canHash}
   */
  String hash(String password) {
    if (!canHash(password)) {
      throw new IllegalArgumentException("bcrypt would not take the whole password");
    }
    return BCrypt.hashpw(password, BCrypt.gensalt(cost, random));
  }

  boolean matches(String password, Account account) {
    if (!canHash(password)) {
      return matchesNobody();
    }
    try {
      return BCrypt.checkpw(password, account.passwordHash());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      logDamaged(account.id());
      return matchesNobody();
    }
  }

  /** False, after the time that a wrong password takes. */
  boolean matchesNobody() {
    hash("nobody");
    return false;
  }

  private static void logDamaged(UserId id) {
    LOG.error("The stored password hash of user {} is damaged; set a new password for them", id);
  }
}
