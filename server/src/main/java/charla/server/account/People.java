package charla.server.account;

import charla.protocol.Bodies;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.Text;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.server.live.Connections;
import charla.server.refusal.Refusal;
import java.util.List;

/** Other people: found, shown, blocked. */
public final class People {
  private final Accounts accounts;
  private final Connections connections;

  public People(Accounts accounts, Connections connections) {
    this.accounts = accounts;
    this.connections = connections;
  }

  /** An account as others see it: the one place that makes a {@link User}. */
  public User user(Account account) {
    boolean online = connections.isOnline(account.id());
    return new User(
        account.id(),
        account.username(),
        account.displayName(),
        online,
        online ? null : account.lastSeen());
  }

  /**
   * @throws Refusal {@code not_found}
   */
  public User byId(UserId id) {
    return user(require(id));
  }

  /** Up to {@link Limits#PEOPLE_MAX} others whose name begins with the text; none for no text. */
  public Bodies.Users find(Caller caller, String text) {
    String wanted = text.strip();
    if (wanted.isEmpty() || Text.length(wanted) > Limits.NAME_CODE_POINTS) {
      return new Bodies.Users(List.of());
    }
    if (!Text.isWellFormed(wanted)) {
      throw new Refusal(ErrorCode.INVALID_REQUEST, "the text to find holds half a character");
    }
    return new Bodies.Users(
        accounts.find(wanted, Limits.PEOPLE_MAX + 1).stream()
            .filter(account -> !account.id().equals(caller.userId()))
            .limit(Limits.PEOPLE_MAX)
            .map(this::user)
            .toList());
  }

  /**
   * @throws Refusal {@code not_found}; {@code invalid_request} for oneself
   */
  public void block(Caller caller, UserId id) {
    if (id.equals(caller.userId())) {
      throw new Refusal(ErrorCode.INVALID_REQUEST, "nobody blocks themselves");
    }
    accounts.block(caller.userId(), require(id).id());
  }

  public void unblock(Caller caller, UserId id) {
    accounts.unblock(caller.userId(), id);
  }

  /** Whom the caller blocks, by user name. */
  public Bodies.Users blocks(Caller caller) {
    return new Bodies.Users(
        accounts.byIds(accounts.blockedBy(caller.userId())).stream()
            .sorted((a, b) -> a.username().value().compareTo(b.username().value()))
            .map(this::user)
            .toList());
  }

  private Account require(UserId id) {
    return accounts.byId(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such person"));
  }
}
