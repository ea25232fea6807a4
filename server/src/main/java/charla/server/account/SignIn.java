package charla.server.account;

import charla.protocol.Bodies;
import charla.protocol.Username;
import java.util.Optional;

/** Opening a session with a name and a password. */
public final class SignIn {
  private final Accounts accounts;
  private final PasswordCheck passwordCheck;
  private final SessionService sessions;
  private final People people;

  SignIn(Accounts accounts, PasswordCheck passwordCheck, SessionService sessions, People people) {
    this.accounts = accounts;
    this.passwordCheck = passwordCheck;
    this.sessions = sessions;
    this.people = people;
  }

  /**
   * @param address of who asks, as an IP literal
   * @throws charla.server.refusal.Refusal {@code wrong_credentials} alike for an unknown name, a
   *     suspended account and a wrong password; {@code rate_limited} with the time to wait
   */
  public Bodies.SignedIn signIn(Bodies.SignIn request, String address) {
    SessionService.requireDevice(request.device());
    Optional<Username> username = usernameOf(request.username());
    Account account =
        passwordCheck.require(
            username.map(Username::value).orElse(request.username()),
            address,
            username.flatMap(accounts::byUsername),
            request.password());
    return open(account, request.device());
  }

  /** Opens a session for who has proved to be this person. */
  Bodies.SignedIn open(Account account, String device) {
    SessionService.Opened opened = sessions.open(account.id(), device);
    requireUnchanged(account, opened.session());
    return new Bodies.SignedIn(
        opened.token(),
        SessionService.shown(opened.session(), opened.session().id()),
        new Bodies.Me(people.user(account), account.administrator()));
  }

  /** A password change or suspension meanwhile ended the sessions there were, but not this one. */
  private void requireUnchanged(Account proved, StoredSession session) {
    boolean unchanged =
        accounts
            .byId(proved.id())
            .filter(now -> !now.suspended() && now.passwordHash().equals(proved.passwordHash()))
            .isPresent();
    if (!unchanged) {
      sessions.discard(session);
      throw PasswordCheck.wrong();
    }
  }

  private static Optional<Username> usernameOf(String typed) {
    try {
      return Optional.of(Username.of(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
