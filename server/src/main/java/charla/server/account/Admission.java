package charla.server.account;

import charla.protocol.ErrorCode;
import charla.protocol.InviteCode;
import charla.protocol.ServerInfo;
import charla.server.refusal.Refusal;
import java.time.Clock;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who may make an account: everybody, who has an invite, or nobody; but always the first one. */
final class Admission {
  private final Accounts accounts;
  private final Invites invites;
  private final ServerInfo.Registration policy;
  private final Clock clock;

  /** Of several who find the server empty, only one comes in as the first. */
  private final Lock first = new ReentrantLock();

  Admission(Accounts accounts, Invites invites, ServerInfo.Registration policy, Clock clock) {
    this.accounts = accounts;
    this.invites = invites;
    this.policy = policy;
    this.clock = clock;
  }

  ServerInfo.Registration policy() {
    return policy;
  }

  /**
   * Runs the registration of who may come in; when it fails, the invite stays good.
   *
   * @param invite as typed; null for none
   * @throws Refusal {@code invite_required}, {@code invite_invalid}, {@code not_allowed}
   */
  Account admit(@Nullable String invite, Supplier<Account> registration) {
    if (policy == ServerInfo.Registration.OPEN) {
      return registration.get();
    }
    if (accounts.isEmpty()) {
      return admitFirst(registration);
    }
    if (policy == ServerInfo.Registration.CLOSED) {
      throw new Refusal(ErrorCode.NOT_ALLOWED, "registration is closed");
    }
    if (invite == null || invite.isBlank()) {
      throw new Refusal(ErrorCode.INVITE_REQUIRED, "registration needs an invite");
    }
    return admitInvited(invite, registration);
  }

  private Account admitFirst(Supplier<Account> registration) {
    first.lock();
    try {
      if (!accounts.isEmpty()) {
        throw new Refusal(ErrorCode.INVITE_REQUIRED, "somebody else was first");
      }
      return registration.get();
    } finally {
      first.unlock();
    }
  }

  private Account admitInvited(String invite, Supplier<Account> registration) {
    String codeHash = codeHash(invite);
    if (!invites.redeem(codeHash, clock.instant())) {
      throw invalid();
    }
    try {
      return registration.get();
    } catch (RuntimeException e) {
      invites.giveBack(codeHash);
      throw e;
    }
  }

  private static String codeHash(String typed) {
    try {
      return Secrets.hash(InviteCode.of(typed).value());
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static Refusal invalid() {
    return new Refusal(ErrorCode.INVITE_INVALID, "no such invite, or used up");
  }
}
