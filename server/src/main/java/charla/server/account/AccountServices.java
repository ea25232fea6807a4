package charla.server.account;

import charla.protocol.ServerInfo;
import charla.server.live.Connections;
import java.security.SecureRandom;
import java.time.Clock;

/** All that can be asked about people, built in order. */
public record AccountServices(
    Registration registration,
    SignIn signIn,
    SessionService sessions,
    Profile profile,
    People people,
    Administration administration,
    Forgetting forgetting) {

  /** Where accounts are kept. */
  public record Ports(
      Accounts accounts, Sessions sessions, SignInFailures signInFailures, Invites invites) {}

  /**
   * How accounts are made and kept safe.
   *
   * @param hashingCost of bcrypt, base-2 logarithm of its rounds, 4 to 30
   */
  public record Settings(
      ServerInfo.Registration registration, int hashingCost, Clock clock, SecureRandom random) {
    /** About a third of a second for each password on a small machine. */
    public static final int HASHING_COST = 12;
  }

  public static AccountServices of(Ports ports, Connections connections, Settings settings) {
    Clock clock = settings.clock();
    SecureRandom random = settings.random();
    Accounts accounts = ports.accounts();
    var people = new People(accounts, connections);
    var sessions = new SessionService(ports.sessions(), accounts, connections, clock, random);
    var queue = new HashingQueue();
    var hasher = new PasswordHasher(settings.hashingCost(), random);
    var newPasswords = new NewPasswords(new Obviousness(), queue, hasher);
    var throttle = new SignInThrottle(ports.signInFailures(), clock);
    var check = new PasswordCheck(throttle, queue, hasher);
    var signIn = new SignIn(accounts, check, sessions, people);
    var admission = new Admission(accounts, ports.invites(), settings.registration(), clock);
    return new AccountServices(
        new Registration(accounts, admission, newPasswords, signIn, clock),
        signIn,
        sessions,
        new Profile(accounts, check, newPasswords, sessions, people),
        people,
        new Administration(accounts, ports.invites(), sessions, clock, random),
        new Forgetting(sessions, throttle));
  }
}
