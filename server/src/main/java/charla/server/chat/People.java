package charla.server.chat;

import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.server.account.Account;
import charla.server.account.Accounts;
import charla.server.live.Connections;
import charla.server.refusal.Refusal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * People as one of them sees the others: whether somebody is online, and when they last were, is
 * for those who share a conversation with them and whom they do not block.
 */
public final class People {
  private final Accounts accounts;
  private final Conversations conversations;
  private final Connections connections;

  People(Accounts accounts, Conversations conversations, Connections connections) {
    this.accounts = accounts;
    this.conversations = conversations;
    this.connections = connections;
  }

  /** This person themself. */
  public User self(Account account) {
    return withPresence(account);
  }

  /**
   * @throws Refusal {@code not_found}
   */
  public User one(UserId viewer, UserId id) {
    return seenBy(viewer, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such person"));
  }

  /** Those of these who exist, in no particular order. */
  public List<User> seenBy(UserId viewer, Collection<UserId> ids) {
    Set<UserId> known = sharingWith(viewer);
    return accounts.byIds(ids).stream().map(a -> seenBy(viewer, known, a)).toList();
  }

  /**
   * Others whose names begin with the text, at most {@link Limits#PEOPLE_MAX}, by user name.
   *
   * @throws Refusal {@code invalid_request} for an empty text
   */
  public List<User> find(UserId viewer, String text) {
    if (text.isBlank()) {
      throw new Refusal(ErrorCode.INVALID_REQUEST, "a search for nothing");
    }
    Set<UserId> known = sharingWith(viewer);
    return accounts.find(text.strip(), Limits.PEOPLE_MAX).stream()
        .filter(account -> !account.id().equals(viewer))
        .map(account -> seenBy(viewer, known, account))
        .toList();
  }

  /** Everybody who is in a conversation with this person, they themself too. */
  Set<UserId> sharingWith(UserId userId) {
    Set<UserId> all = new HashSet<>(Set.of(userId));
    conversations.of(userId).forEach(c -> all.addAll(Members.all(c)));
    return all;
  }

  private User seenBy(UserId viewer, Set<UserId> known, Account account) {
    return known.contains(account.id()) && !accounts.blockedBy(account.id()).contains(viewer)
        ? withPresence(account)
        : new User(account.id(), account.username(), account.displayName(), false, null);
  }

  private User withPresence(Account account) {
    boolean online = connections.isOnline(account.id());
    return new User(
        account.id(),
        account.username(),
        account.displayName(),
        online,
        online ? null : account.lastSeen());
  }
}
