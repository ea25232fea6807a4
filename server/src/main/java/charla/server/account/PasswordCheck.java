package charla.server.account;

import charla.protocol.ErrorCode;
import charla.server.refusal.Refusal;
import java.util.Optional;

/**
 * Whether a password is right, for those who have not guessed too often. An unknown name, a
 * suspended account and a wrong password get the same answer after the same time.
 */
final class PasswordCheck {
  private final SignInThrottle throttle;
  private final HashingQueue queue;
  private final PasswordHasher hasher;

  PasswordCheck(SignInThrottle throttle, HashingQueue queue, PasswordHasher hasher) {
    this.throttle = throttle;
    this.queue = queue;
    this.hasher = hasher;
  }

  /**
   * @param name under which failures count; as typed
   * @param account whose password it should be; empty when there is none
   * @return the account
   * @throws Refusal {@code wrong_credentials} or {@code rate_limited}
   */
  Account require(String name, String address, Optional<Account> account, String password) {
    throttle.check(name, address);
    return queue.inTurn(() -> requireInTurn(name, address, account, password));
  }

  private Account requireInTurn(
      String name, String address, Optional<Account> account, String password) {
    // Those who were ahead in the queue may have used up the tries.
    throttle.check(name, address);
    boolean matches =
        account.map(a -> hasher.matches(password, a)).orElseGet(hasher::matchesNobody);
    if (!matches || account.get().suspended()) {
      throttle.failed(name, address);
      throw wrong();
    }
    throttle.succeeded(name);
    return account.get();
  }

  static Refusal wrong() {
    return new Refusal(ErrorCode.WRONG_CREDENTIALS, "wrong name or password");
  }
}
