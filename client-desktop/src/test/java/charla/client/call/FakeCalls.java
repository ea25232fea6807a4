package charla.client.call;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ConversationId;
import charla.protocol.SessionId;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import java.time.Instant;
import java.util.Locale;

/** Calls between two people. */
public final class FakeCalls {
  public static final User ANA = person(1, "Ana");
  public static final User EVA = person(2, "Eva");

  private static final CallId ID = new CallId("a".repeat(24));
  private static final Instant AT = Instant.parse("2026-03-03T14:30:00Z");

  private FakeCalls() {}

  /** Ana calls. */
  public static CallState ringing() {
    return new Ringing(new Line(ID, ANA, Media.Role.CALLEE));
  }

  public static Call ended(User caller, User callee, CallReason reason) {
    return new Call(
        ID,
        new ConversationId("c".repeat(24)),
        3,
        Call.State.ENDED,
        caller,
        callee,
        new SessionId("1".repeat(24)),
        null,
        null,
        AT,
        null,
        AT,
        reason);
  }

  private static User person(int n, String name) {
    return new User(
        new UserId("%024x".formatted(n)),
        new Username(name.toLowerCase(Locale.ROOT)),
        name,
        true,
        null);
  }
}
