package charla.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the REST requests and answers that are not one of the things themselves. */
public final class Bodies {
  private Bodies() {}

  /** {@code POST /users}. The user name is taken as typed; see {@link Username#of}. */
  public record Register(
      String username,
      String displayName,
      String password,
      @Nullable String invite,
      String device) {
    public Register {
      Checks.present(username, "username");
      Checks.present(displayName, "displayName");
      Checks.present(password, "password");
      Checks.present(device, "device");
    }
  }

  /** {@code POST /sessions}. */
  public record SignIn(String username, String password, String device) {
    public SignIn {
      Checks.present(username, "username");
      Checks.present(password, "password");
      Checks.present(device, "device");
    }
  }

  /**
   * The answer to both: the only time the token is ever told.
   *
   * @param token 256 random bits in base64url; goes into {@code Authorization: Bearer …}
   */
  public record SignedIn(String token, Session session, Me me) {
    public SignedIn {
      Checks.present(token, "token");
      Checks.present(session, "session");
      Checks.present(me, "me");
    }
  }

  /** The signed-in person: what others see, and what only they see. */
  public record Me(User user, boolean administrator) {
    public Me {
      Checks.present(user, "user");
    }
  }

  /** One sign-in on one device. */
  public record Session(
      SessionId id, String device, Instant createdAt, Instant lastUsed, boolean current) {
    public Session {
      Checks.present(id, "id");
      Checks.present(device, "device");
      Checks.present(createdAt, "createdAt");
      Checks.present(lastUsed, "lastUsed");
    }
  }

  /** {@code GET /sessions}. */
  public record Sessions(List<Session> sessions) {
    public Sessions {
      sessions = List.copyOf(sessions);
    }
  }

  /** {@code PATCH /me}. */
  public record EditMe(String displayName) {
    public EditMe {
      Checks.present(displayName, "displayName");
    }
  }

  /** {@code POST /me/password}: ends every other session. */
  public record ChangePassword(String oldPassword, String newPassword) {
    public ChangePassword {
      Checks.present(oldPassword, "oldPassword");
      Checks.present(newPassword, "newPassword");
    }
  }

  /** {@code GET /users/available?username=…}. */
  public record Available(boolean available) {}

  /** {@code GET /users?query=…} and {@code GET /blocks}. */
  public record Users(List<User> users) {
    public Users {
      users = List.copyOf(users);
    }
  }

  /** {@code POST /conversations}: the one with this person, made when there is none. */
  public record OpenConversation(UserId userId) {
    public OpenConversation {
      Checks.present(userId, "userId");
    }
  }

  /** {@code GET /conversations}: all of one's own, the most recently moved first. */
  public record Conversations(List<Conversation> conversations) {
    public Conversations {
      conversations = List.copyOf(conversations);
    }
  }

  /** {@code GET /conversations/{id}/messages}: in rising order of {@code seq}, without holes. */
  public record Messages(List<Message> messages, long lastSeq) {
    public Messages {
      messages = List.copyOf(messages);
    }
  }

  /** {@code GET /calls}: one's own, the newest first. */
  public record Calls(List<Call> calls) {
    public Calls {
      calls = List.copyOf(calls);
    }
  }

  /** {@code POST /invites}, for administrators. */
  public record NewInvite(int uses, int validDays) {
    public NewInvite {
      if (uses < 1 || uses > 1000 || validDays < 1 || validDays > 365) {
        throw new IllegalArgumentException("uses 1 to 1000, validDays 1 to 365");
      }
    }
  }

  /** The answer: the only time the code is ever told. */
  public record Invite(String code, int uses, Instant expiresAt) {
    public Invite {
      Checks.present(code, "code");
      Checks.present(expiresAt, "expiresAt");
    }
  }

  /** {@code PUT /users/{id}/suspension}, for administrators. */
  public record Suspension(boolean suspended) {}

  /** Every refusal over REST. */
  public record Failure(Refused error) {
    public Failure {
      Checks.present(error, "error");
    }
  }

  /**
   * What was refused and why.
   *
   * @param message English words for whoever reads the raw answer; clients show their own for the
   *     code
   * @param retryAfterSeconds when it may be tried again; null when trying again is of no use
   * @param trace what to look for in the server's log; only with {@code internal}
   */
  public record Refused(
      ErrorCode code, String message, @Nullable Long retryAfterSeconds, @Nullable String trace) {
    public Refused {
      Checks.present(code, "code");
      Checks.present(message, "message");
    }
  }
}
