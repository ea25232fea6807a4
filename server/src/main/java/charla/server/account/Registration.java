package charla.server.account;

import charla.protocol.Bodies;
import charla.protocol.ErrorCode;
import charla.protocol.ServerInfo;
import charla.protocol.Username;
import charla.server.refusal.Refusal;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Making an account. */
public final class Registration {
  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

  private final Accounts accounts;
  private final Admission admission;
  private final NewPasswords newPasswords;
  private final SignIn signIn;
  private final Clock clock;

  Registration(
      Accounts accounts,
      Admission admission,
      NewPasswords newPasswords,
      SignIn signIn,
      Clock clock) {
    this.accounts = accounts;
    this.admission = admission;
    this.newPasswords = newPasswords;
    this.signIn = signIn;
    this.clock = clock;
  }

  public ServerInfo.Registration policy() {
    return admission.policy();
  }

  /** Whether nobody has registered yet. */
  public boolean isEmpty() {
    return accounts.isEmpty();
  }

  /**
   * Makes the account and signs in. The first one of an empty server becomes its administrator.
   *
   * @throws Refusal with the code of the first thing that is wrong; {@code username_taken} for all
   *     but one of those who ask for a name at once
   */
  public Bodies.SignedIn register(Bodies.Register request) {
    Username username = usernameOf(request.username());
    Profile.requireDisplayName(request.displayName());
    SessionService.requireDevice(request.device());
    newPasswords.requireShape(request.password());
    requireFree(username);
    Account account =
        admission.admit(
            request.invite(), () -> create(username, request.displayName(), request.password()));
    LOG.info("User {} registered", account.id());
    return signIn.open(account, request.device());
  }

  /**
   * @param typed as the person typed it
   * @throws Refusal {@code username_invalid}
   */
  public Bodies.Available usernameAvailable(String typed) {
    return new Bodies.Available(accounts.byUsername(usernameOf(typed)).isEmpty());
  }

  private Account create(Username username, String displayName, String password) {
    String hash = newPasswords.hash(password, username, displayName);
    return accounts
        .create(username, displayName, hash, clock.instant())
        .orElseThrow(Registration::taken);
  }

  private void requireFree(Username username) {
    if (accounts.byUsername(username).isPresent()) {
      throw taken();
    }
  }

  private static Username usernameOf(String typed) {
    try {
      return Username.of(typed);
    } catch (IllegalArgumentException e) {
      throw new Refusal(ErrorCode.USERNAME_INVALID, "not a user name");
    }
  }

  private static Refusal taken() {
    return new Refusal(ErrorCode.USERNAME_TAKEN, "the user name is taken");
  }
}
