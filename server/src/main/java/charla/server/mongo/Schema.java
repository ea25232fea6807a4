package charla.server.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.MINUTES;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import org.bson.conversions.Bson;

/**
 * Collections and indexes. Every promise of the store that more than one writer could break rests
 * on a unique index here. An optional unique field is sparse, and absent instead of null.
 */
final class Schema {
  static final String USERS = "users";
  static final String CHATS = "chats";
  static final String CONVERSATIONS = "conversations";
  static final String SESSIONS = "sessions";
  static final String SIGN_IN_FAILURES = "signInFailures";
  static final String INVITES = "invites";

  static final String CALLS = "calls";

  static final String META = "meta";

  private final MongoDatabase database;

  /** Building an index takes long once there is much to build it from. */
  Schema(MongoDatabase database) {
    this.database = database.withTimeout(10, MINUTES);
  }

  /** Makes what is missing; several servers may do so at once. */
  void prepare() {
    unique(USERS, ascending("username"));
    uniqueWherePresent(USERS, "founder");
    index(USERS, ascending("searchTerms"));
    unique(CHATS, ascending("conversationId", "seq"));
    unique(CHATS, ascending("fromUser", "clientId"));
    index(CHATS, ascending("conversationId", "fromUser", "status", "seq"));
    uniqueWherePresent(CONVERSATIONS, "directKey");
    index(CONVERSATIONS, ascending("members.userId"));
    unique(SESSIONS, ascending("tokenHash"));
    index(SESSIONS, compoundIndex(ascending("userId"), descending("createdAt", "_id")));
    index(SESSIONS, ascending("lastUsed"));
    index(CALLS, compoundIndex(ascending("listedFor"), descending("createdAt", "_id")));
    index(CALLS, ascending("settled"));
    index(SIGN_IN_FAILURES, ascending("last"));
    expireADayAfter(INVITES, "expiresAt");
  }

  private void unique(String collection, Bson keys) {
    database.getCollection(collection).createIndex(keys, new IndexOptions().unique(true));
  }

  private void uniqueWherePresent(String collection, String field) {
    database
        .getCollection(collection)
        .createIndex(ascending(field), new IndexOptions().unique(true).sparse(true));
  }

  private void index(String collection, Bson keys) {
    database.getCollection(collection).createIndex(keys);
  }

  /** A broom only: whether something has expired is asked of Charla's own clock. */
  private void expireADayAfter(String collection, String field) {
    database
        .getCollection(collection)
        .createIndex(ascending(field), new IndexOptions().expireAfter(1L, DAYS));
  }
}
