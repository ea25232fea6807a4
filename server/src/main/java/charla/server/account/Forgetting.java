package charla.server.account;

/** Lets go of what has grown old: unused sessions, failed sign-ins. To be run every hour or so. */
public final class Forgetting implements Runnable {
  private final SessionService sessions;
  private final SignInThrottle throttle;

  Forgetting(SessionService sessions, SignInThrottle throttle) {
    this.sessions = sessions;
    this.throttle = throttle;
  }

  @Override
  public void run() {
    sessions.endUnused();
    throttle.forgetOld();
  }
}
