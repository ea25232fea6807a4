package charla.server.account;

import charla.protocol.Bodies;
import charla.protocol.CloseCode;
import charla.protocol.ErrorCode;
import charla.protocol.InviteCode;
import charla.protocol.UserId;
import charla.protocol.Username;
import charla.server.refusal.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What only administrators may do. */
public final class Administration {
  private final Accounts accounts;
  private final Invites invites;
  private final SessionService sessions;
  private final Clock clock;
  private final SecureRandom random;

  Administration(
      Accounts accounts,
      Invites invites,
      SessionService sessions,
      Clock clock,
      SecureRandom random) {
    this.accounts = accounts;
    this.invites = invites;
    this.sessions = sessions;
    this.clock = clock;
    this.random = random;
  }

  /**
   * @throws Refusal {@code not_allowed}
   */
  public Bodies.Invite createInvite(Caller caller, Bodies.NewInvite request) {
    requireAdministrator(caller);
    return invite(request);
  }

  /** For who has the server's data folder, and so needs no account. */
  public Bodies.Invite invite(Bodies.NewInvite request) {
    InviteCode code = InviteCode.random(random);
    Instant expiresAt = clock.instant().plus(Duration.ofDays(request.validDays()));
    invites.add(Secrets.hash(code.value()), request.uses(), expiresAt);
    return new Bodies.Invite(code.toString(), request.uses(), expiresAt);
  }

  /**
   * A suspended person is signed out everywhere at once and cannot sign in.
   *
   * @throws Refusal {@code not_allowed}, for one's own account too, so that a server does not lose
   *     its only administrator; {@code not_found}
   */
  public void setSuspended(Caller caller, UserId id, Bodies.Suspension request) {
    requireAdministrator(caller);
    if (id.equals(caller.userId())) {
      throw new Refusal(ErrorCode.NOT_ALLOWED, "nobody suspends themselves");
    }
    setSuspended(accounts.byId(id), request);
  }

  /**
   * The same for who has the server's data folder, and so needs no account.
   *
   * @throws Refusal {@code not_found}
   */
  public void setSuspended(Username username, Bodies.Suspension request) {
    setSuspended(accounts.byUsername(username), request);
  }

  private void setSuspended(Optional<Account> account, Bodies.Suspension request) {
    UserId id =
        account
            .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is nobody of this name."))
            .id();
    accounts.setSuspended(id, request.suspended());
    if (request.suspended()) {
      sessions.endAll(id, CloseCode.SUSPENDED);
    }
  }

  private static void requireAdministrator(Caller caller) {
    if (!caller.administrator()) {
      throw new Refusal(ErrorCode.NOT_ALLOWED, "only for administrators");
    }
  }
}
