package charla.server.account;

import charla.protocol.Bodies;
import charla.protocol.CloseCode;
import charla.protocol.ErrorCode;
import charla.protocol.Text;
import charla.protocol.Username;
import charla.server.refusal.Refusal;
import java.util.Optional;

/** One's own account. */
public final class Profile {
  private final Accounts accounts;
  private final PasswordCheck passwordCheck;
  private final NewPasswords newPasswords;
  private final SessionService sessions;
  private final People people;

  Profile(
      Accounts accounts,
      PasswordCheck passwordCheck,
      NewPasswords newPasswords,
      SessionService sessions,
      People people) {
    this.accounts = accounts;
    this.passwordCheck = passwordCheck;
    this.newPasswords = newPasswords;
    this.sessions = sessions;
    this.people = people;
  }

  public Bodies.Me me(Caller caller) {
    Account account = own(caller);
    return new Bodies.Me(people.user(account), account.administrator());
  }

  /**
   * @throws Refusal {@code display_name_invalid}
   */
  public Bodies.Me edit(Caller caller, Bodies.EditMe request) {
    requireDisplayName(request.displayName());
    accounts.setDisplayName(caller.userId(), request.displayName());
    return me(caller);
  }

  /**
   * Ends every other session of the caller.
   *
   * @param address of who asks, as an IP literal
   * @throws Refusal {@code wrong_credentials} for a wrong old password, {@code rate_limited} after
   *     guessing it, or a {@code password_…} code for the new one
   */
  public void changePassword(Caller caller, Bodies.ChangePassword request, String address) {
    newPasswords.requireShape(request.newPassword());
    Account account = own(caller);
    String name = account.username().value();
    passwordCheck.require(name, address, Optional.of(account), request.oldPassword());
    String hash =
        newPasswords.hash(request.newPassword(), account.username(), account.displayName());
    accounts.setPasswordHash(caller.userId(), hash);
    sessions.endOthers(caller);
  }

  /**
   * A new password for somebody who is locked out, set by who has the server's data folder; ends
   * all of that person's sessions.
   *
   * @throws Refusal {@code not_found}, or a {@code password_…} code
   */
  public void resetPassword(Username username, String newPassword) {
    Account account =
        accounts
            .byUsername(username)
            .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is nobody of this name."));
    String hash = newPasswords.hash(newPassword, username, account.displayName());
    accounts.setPasswordHash(account.id(), hash);
    sessions.endAll(account.id(), CloseCode.SESSION_ENDED);
  }

  static void requireDisplayName(String name) {
    if (!Text.isDisplayName(name)) {
      throw new Refusal(ErrorCode.DISPLAY_NAME_INVALID, "not a name to show");
    }
  }

  private Account own(Caller caller) {
    return accounts
        .byId(caller.userId())
        .orElseThrow(() -> new Refusal(ErrorCode.SESSION_ENDED, "the account is gone"));
  }
}
