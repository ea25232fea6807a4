package charla.server.chat;

import charla.protocol.User;
import charla.protocol.UserId;
import charla.server.account.Accounts;
import charla.server.account.People;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People by their ids, as a viewer may see them. */
final class Faces {
  private final Accounts accounts;
  private final People people;
  private final Visibility visibility;

  Faces(Accounts accounts, People people, Visibility visibility) {
    this.accounts = accounts;
    this.people = people;
    this.visibility = visibility;
  }

  /** Those of these who exist. */
  Map<UserId, User> seenBy(UserId viewer, Collection<UserId> ids) {
    List<User> users = accounts.byIds(ids).stream().map(people::user).toList();
    return visibility.to(viewer, users).stream()
        .collect(Collectors.toMap(User::id, Function.identity()));
  }
}
