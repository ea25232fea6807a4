package charla.client.chat;

import charla.client.net.Api;
import charla.client.net.Live;
import charla.client.notice.ProblemException;
import charla.protocol.Bodies;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.SessionId;
import charla.protocol.User;
import charla.protocol.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A server in memory that agrees to everything and has only what those who extend it give it. */
public abstract class QuietServer implements Api, Live {
  private final User me;

  protected QuietServer(User me) {
    this.me = me;
  }

  @Override
  public Bodies.Me me() {
    return new Bodies.Me(me, false);
  }

  @Override
  public Bodies.Me changeDisplayName(String displayName) {
    return me();
  }

  @Override
  public void changePassword(String oldPassword, String newPassword) {}

  @Override
  public List<Bodies.Session> sessions() throws ProblemException {
    return List.of();
  }

  @Override
  public void endSession(SessionId id) {}

  @Override
  public void endAllSessions() {}

  @Override
  public void signOut() {}

  @Override
  public List<User> blocked() {
    return List.of();
  }

  @Override
  public void block(UserId id) {}

  @Override
  public void unblock(UserId id) {}

  @Override
  public List<Call> calls(Optional<CallId> before, int limit) throws ProblemException {
    return List.of();
  }

  @Override
  public void forgetCall(CallId id) {}

  @Override
  public Bodies.Invite invite(int uses, int validDays) {
    return new Bodies.Invite("CODE", uses, Instant.EPOCH);
  }

  @Override
  public void retryNow() {}

  @Override
  public void probe() {}

  @Override
  public void close() {}
}
