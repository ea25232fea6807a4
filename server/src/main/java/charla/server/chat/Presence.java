package charla.server.chat;

import charla.protocol.ServerFrame;
import charla.protocol.UserId;
import charla.server.account.Accounts;
import charla.server.live.Connections;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells people when somebody they have a conversation with comes or goes. Somebody whom this person
 * blocks is not told. Every method may block and is safe for any thread.
 */
public final class Presence {
  private static final int LOCKS = 64;

  private final Accounts accounts;
  private final Visibility visibility;
  private final Connections connections;
  private final Clock clock;

  /** Those whom the others believe to be online. */
  private final Set<UserId> announced = ConcurrentHashMap.newKeySet();

  /** One for some of the people: coming and going of one person are told in their order. */
  private final Object[] locks = new Object[LOCKS];

  Presence(Accounts accounts, Visibility visibility, Connections connections, Clock clock) {
    this.accounts = accounts;
    this.visibility = visibility;
    this.connections = connections;
    this.clock = clock;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  /** A device of this person connected or left: looks what holds now, and tells if it is new. */
  public void changed(UserId userId) {
    synchronized (locks[Math.floorMod(userId.hashCode(), LOCKS)]) {
      if (connections.isOnline(userId)) {
        if (announced.add(userId)) {
          tell(userId, true, null);
        }
      } else if (announced.remove(userId)) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        accounts.setLastSeen(userId, now);
        tell(userId, false, now);
      }
    }
  }

  private void tell(UserId userId, boolean online, @Nullable Instant lastSeen) {
    connections.deliver(
        visibility.audience(userId), new ServerFrame.Presence(userId, online, lastSeen));
  }
}
