package charla.server.chat;

import charla.protocol.User;
import charla.protocol.UserId;
import charla.server.account.Accounts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who may see that somebody is online and when they last were: those who share a conversation with
 * them and whom they do not block. To all others they look away.
 */
public final class Visibility {
  private final Accounts accounts;
  private final Conversations conversations;

  Visibility(Accounts accounts, Conversations conversations) {
    this.accounts = accounts;
    this.conversations = conversations;
  }

  /** These people as the viewer may see them, in their order. */
  public List<User> to(UserId viewer, Collection<User> users) {
    Set<UserId> near = sharingWith(viewer);
    return users.stream().map(user -> mayKnow(viewer, near, user) ? user : away(user)).toList();
  }

  public User to(UserId viewer, User user) {
    return to(viewer, List.of(user)).getFirst();
  }

  /** Whom to tell when this person comes or goes. */
  Set<UserId> audience(UserId userId) {
    Set<UserId> audience = sharingWith(userId);
    audience.remove(userId);
    audience.removeAll(accounts.blockedBy(userId));
    return audience;
  }

  /** Everybody who is in a conversation with this person, they themself too. */
  private Set<UserId> sharingWith(UserId userId) {
    Set<UserId> all = new HashSet<>(Set.of(userId));
    conversations.of(userId).forEach(c -> all.addAll(Members.all(c)));
    return all;
  }

  private boolean mayKnow(UserId viewer, Set<UserId> near, User user) {
    return near.contains(user.id()) && !accounts.blockedBy(user.id()).contains(viewer);
  }

  private static User away(User user) {
    return new User(user.id(), user.username(), user.displayName(), false, null);
  }
}
