package charla.server.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import charla.server.account.Accounts;
import charla.server.account.Invites;
import charla.server.account.Sessions;
import charla.server.account.SignInFailures;
import charla.server.call.Calls;
import charla.server.chat.Conversations;
import charla.server.chat.Messages;
import charla.server.refusal.Refusal;
import charla.server.store.CannotOpenStore;
import charla.server.store.Store;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.bson.Document;

/** The store in a MongoDB database; several servers may share one. */
public final class MongoStore implements Store {
  private static final Duration READY_WITHIN = Duration.ofMillis(1_500);
  private static final Document PING = new Document("ping", 1);

  private final MongoClient client;
  private final MongoDatabase database;
  private final Gate gate = new Gate();
  private final String epoch;
  private final Accounts accounts;
  private final Sessions sessions;
  private final SignInFailures signInFailures;
  private final Invites invites;
  private final Conversations conversations;
  private final Messages messages;
  private final Calls calls;

  private MongoStore(MongoClient client, MongoDatabase database, Clock clock) {
    this.client = client;
    this.database = database;
    this.epoch = prepare(clock);
    Documents chats = documents(Schema.CHATS);
    this.accounts = new MongoAccounts(documents(Schema.USERS));
    this.sessions = new MongoSessions(documents(Schema.SESSIONS));
    this.signInFailures = new MongoSignInFailures(documents(Schema.SIGN_IN_FAILURES));
    this.invites = new MongoInvites(documents(Schema.INVITES), clock);
    this.conversations =
        new MongoConversations(documents(Schema.CONVERSATIONS), new StoredStatus(chats), clock);
    this.messages = new MongoMessages(chats);
    this.calls = new MongoCalls(documents(Schema.CALLS));
  }

  /**
   * Connects, and makes what is missing in the database.
   *
   * @param connectionString {@code mongodb://…} or {@code mongodb+srv://…}; without a database in
   *     its path it is {@code charla}
   * @param clock the time of what the store itself stamps
   * @throws CannotOpenStore when the address is wrong or the database cannot be used; after a few
   *     seconds at most, unless indexes have to be built from what is there
   */
  public static MongoStore open(String connectionString, Clock clock) {
    return open(MongoAddress.parse(connectionString), clock);
  }

  static MongoStore open(MongoAddress address, Clock clock) {
    MongoClient client = MongoClients.create(address.settings());
    try {
      return new MongoStore(client, client.getDatabase(address.database()), clock);
    } catch (RuntimeException e) {
      client.close();
      throw switch (e) {
        case MongoException failed -> new CannotOpenStore(StartErrors.sentence(address, failed));
        case Refusal gone -> new CannotOpenStore(StartErrors.unreachable(address));
        default -> e;
      };
    }
  }

  private String prepare(Clock clock) {
    database.runCommand(PING);
    Meta meta = new Meta(documents(Schema.META));
    meta.checkVersion();
    new Schema(database).prepare();
    return meta.epoch(clock);
  }

  private Documents documents(String collection) {
    return new Documents(database.getCollection(collection), gate);
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public Sessions sessions() {
    return sessions;
  }

  @Override
  public SignInFailures signInFailures() {
    return signInFailures;
  }

  @Override
  public Invites invites() {
    return invites;
  }

  @Override
  public Conversations conversations() {
    return conversations;
  }

  @Override
  public Messages messages() {
    return messages;
  }

  @Override
  public Calls calls() {
    return calls;
  }

  @Override
  public String epoch() {
    return epoch;
  }

  @Override
  public void beginEpoch() {
    new Meta(documents(Schema.META)).forgetEpoch();
  }

  /** Past the gate, which may be waiting for slower operations. A closed client throws too. */
  @Override
  public boolean isReady() {
    try {
      database.withTimeout(READY_WITHIN.toMillis(), MILLISECONDS).runCommand(PING);
      return true;
    } catch (MongoException | IllegalStateException e) {
      return false;
    }
  }

  @Override
  public void close() {
    gate.close();
    client.close();
  }
}
