package charla.server.account;

import charla.protocol.SessionId;
import charla.protocol.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: sessions. The same promises as {@link Accounts}. */
public interface Sessions {
  StoredSession open(UserId userId, String tokenHash, String device, Instant createdAt);

  Optional<StoredSession> byTokenHash(String tokenHash);

  /** All of one person's, newest first. */
  List<StoredSession> of(UserId userId);

  /** Notes that the session was used; never moves {@code lastUsed} back. */
  void used(SessionId id, Instant at);

  /**
   * Ends one session if it is this person's.
   *
   * @return whether there was one
   */
  boolean end(UserId userId, SessionId id);

  /**
   * Ends all of one person's sessions but one.
   *
   * @param except the one to keep; null keeps none
   * @return the ones that ended
   */
  List<SessionId> endAll(UserId userId, @Nullable SessionId except);

  /** Ends every session not used since then. */
  List<StoredSession> endUnusedSince(Instant limit);
}
