package charla.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person as others see them.
 *
 * @param displayName what is shown large; the user name always stands beside it
 * @param online whether one of their devices is connected now
 * @param lastSeen when the last device left; null while online and when never seen
 */
public record User(
    UserId id, Username username, String displayName, boolean online, @Nullable Instant lastSeen) {
  public User {
    Checks.present(id, "id");
    Checks.present(username, "username");
    Checks.present(displayName, "displayName");
  }

  /** The same person, who came or went. */
  public User withPresence(boolean isOnline, @Nullable Instant seen) {
    return new User(id, username, displayName, isOnline, seen);
  }
}
