package charla.server.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static java.util.stream.Collectors.toUnmodifiableSet;

import charla.protocol.UserId;
import charla.protocol.Username;
import charla.server.account.Account;
import charla.server.account.Accounts;
import charla.server.account.SearchTerms;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** Accounts; whom a person blocks stands in the person's own document. */
final class MongoAccounts implements Accounts {
  /** After a text it sorts behind all that begin with the text: no name can hold it. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private final Documents users;

  MongoAccounts(Documents users) {
    this.users = users;
  }

  /**
   * Only the first account has the field {@code founder}, and a unique index lets it be only one.
   * Whoever loses that race is an ordinary newcomer, if the name is still free.
   */
  @Override
  public Optional<Account> create(
      Username username, String displayName, String passwordHash, Instant createdAt) {
    Document user =
        new Document("_id", new ObjectId())
            .append("username", username.value())
            .append("displayName", displayName)
            .append("searchTerms", terms(username, displayName))
            .append("passwordHash", passwordHash)
            .append("administrator", false)
            .append("suspended", false)
            .append("createdAt", Times.of(createdAt))
            .append("blocked", List.of());
    if (isEmpty()) {
      Document founder = new Document(user).append("administrator", true).append("founder", true);
      if (users.insert(founder)) {
        return Optional.of(read(founder));
      }
    }
    return users.insert(user) ? Optional.of(read(user)) : Optional.empty();
  }

  @Override
  public Optional<Account> byId(UserId id) {
    return users.first(one(id)).map(MongoAccounts::read);
  }

  @Override
  public Optional<Account> byUsername(Username username) {
    return users.first(eq("username", username.value())).map(MongoAccounts::read);
  }

  @Override
  public List<Account> byIds(Collection<UserId> ids) {
    return users.list(in("_id", Ids.of(ids))).stream().map(MongoAccounts::read).toList();
  }

  @Override
  public List<Account> find(String text, int limit) {
    Bson found = and(beginsWith(SearchTerms.folded(text)), eq("suspended", false));
    return users.list(found, ascending("username"), limit).stream()
        .map(MongoAccounts::read)
        .toList();
  }

  @Override
  public boolean isEmpty() {
    return users.first(new Document()).isEmpty();
  }

  @Override
  public void setDisplayName(UserId id, String displayName) {
    byId(id)
        .map(account -> terms(account.username(), displayName))
        .ifPresent(keys ->
            users.update(
                one(id), combine(set("displayName", displayName), set("searchTerms", keys))));
  }

  @Override
  public void setPasswordHash(UserId id, String passwordHash) {
    users.update(one(id), set("passwordHash", passwordHash));
  }

  @Override
  public void setSuspended(UserId id, boolean suspended) {
    users.update(one(id), set("suspended", suspended));
  }

  @Override
  public void setLastSeen(UserId id, Instant lastSeen) {
    users.update(one(id), max("lastSeen", Times.of(lastSeen)));
  }

  @Override
  public void block(UserId blocker, UserId blocked) {
    if (byId(blocked).isPresent()) {
      users.update(one(blocker), addToSet("blocked", Ids.of(blocked)));
    }
  }

  @Override
  public void unblock(UserId blocker, UserId blocked) {
    users.update(one(blocker), pull("blocked", Ids.of(blocked)));
  }

  @Override
  public Set<UserId> blockedBy(UserId blocker) {
    return users.first(one(blocker)).stream()
        .flatMap(user -> user.getList("blocked", ObjectId.class).stream())
        .map(id -> new UserId(id.toHexString()))
        .collect(toUnmodifiableSet());
  }

  private static List<String> terms(Username username, String displayName) {
    return List.copyOf(SearchTerms.of(username, displayName));
  }

  /** One element must lie in the range as a whole; without this one could begin and one end it. */
  private static Bson beginsWith(String text) {
    Document range = new Document("$gte", text).append("$lt", text + LAST);
    return new Document("searchTerms", new Document("$elemMatch", range));
  }

  private static Bson one(UserId id) {
    return eq("_id", Ids.of(id));
  }

  private static Account read(Document user) {
    return new Account(
        Ids.user(user, "_id"),
        new Username(user.getString("username")),
        user.getString("displayName"),
        user.getString("passwordHash"),
        user.getBoolean("administrator"),
        user.getBoolean("suspended"),
        Times.read(user, "createdAt"),
        Times.readOptional(user, "lastSeen"));
  }
}
