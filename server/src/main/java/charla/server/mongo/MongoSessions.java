package charla.server.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.max;

import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.server.account.Sessions;
import charla.server.account.StoredSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Sessions, one document each. */
final class MongoSessions implements Sessions {
  private final Documents sessions;

  MongoSessions(Documents sessions) {
    this.sessions = sessions;
  }

  @Override
  public StoredSession open(UserId userId, String tokenHash, String device, Instant createdAt) {
    Document session =
        new Document("_id", new ObjectId())
            .append("userId", Ids.of(userId))
            .append("tokenHash", tokenHash)
            .append("device", device)
            .append("createdAt", Times.of(createdAt))
            .append("lastUsed", Times.of(createdAt));
    if (!sessions.insert(session)) {
      throw new IllegalStateException("a token was made twice");
    }
    return read(session);
  }

  @Override
  public Optional<StoredSession> byTokenHash(String tokenHash) {
    return sessions.first(eq("tokenHash", tokenHash)).map(MongoSessions::read);
  }

  @Override
  public List<StoredSession> of(UserId userId) {
    return read(sessions.list(eq("userId", Ids.of(userId)), descending("createdAt", "_id"), 0));
  }

  @Override
  public void used(SessionId id, Instant at) {
    sessions.update(eq("_id", Ids.of(id)), max("lastUsed", Times.of(at)));
  }

  @Override
  public boolean end(UserId userId, SessionId id) {
    return sessions.delete(and(eq("_id", Ids.of(id)), eq("userId", Ids.of(userId))));
  }

  @Override
  public List<SessionId> endAll(UserId userId, @Nullable SessionId except) {
    Bson all = eq("userId", Ids.of(userId));
    Bson ending = except == null ? all : and(all, ne("_id", Ids.of(except)));
    return read(sessions.takeAll(ending)).stream().map(StoredSession::id).toList();
  }

  @Override
  public List<StoredSession> endUnusedSince(Instant limit) {
    return read(sessions.takeAll(lt("lastUsed", Times.of(limit))));
  }

  private static List<StoredSession> read(List<Document> documents) {
    return documents.stream().map(MongoSessions::read).toList();
  }

  private static StoredSession read(Document session) {
    return new StoredSession(
        new SessionId(session.getObjectId("_id").toHexString()),
        Ids.user(session, "userId"),
        session.getString("tokenHash"),
        session.getString("device"),
        Times.read(session, "createdAt"),
        Times.read(session, "lastUsed"));
  }
}
