package charla.server.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ConversationId;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.server.call.Calls;
import charla.server.call.StoredCall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Calls, one document each; {@code listedFor} names those in whose list it stands. */
final class MongoCalls implements Calls {
  private static final String ENDED = Call.State.ENDED.wireName();
  private static final List<String> OPTIONAL =
      List.of("calleeSession", "answeredOn", "answeredAt", "endedAt", "reason", "seconds");
  private static final Bson NEWEST_FIRST = descending("createdAt", "_id");

  private final Documents calls;

  MongoCalls(Documents calls) {
    this.calls = calls;
  }

  @Override
  public boolean add(StoredCall call) {
    Document document = new Document("_id", Ids.of(call.id())).append("settled", false);
    document.putAll(fields(call));
    return calls.insert(document);
  }

  @Override
  public Optional<StoredCall> byId(CallId id) {
    return calls.first(eq("_id", Ids.of(id))).map(MongoCalls::read);
  }

  @Override
  public boolean replace(StoredCall next) {
    return calls.update(
        and(eq("_id", Ids.of(next.id())), eq("version", next.version() - 1), ne("state", ENDED)),
        change(fields(next)));
  }

  /** What the next one lacks goes: an answer may have been written that nobody heard of. */
  private static Document change(Document fields) {
    Document gone = new Document();
    OPTIONAL.stream()
        .filter(name -> !fields.containsKey(name))
        .forEach(name -> gone.append(name, ""));
    Document change = new Document("$set", fields);
    return gone.isEmpty() ? change : change.append("$unset", gone);
  }

  @Override
  public List<StoredCall> unsettled() {
    return read(calls.list(eq("settled", false), ascending("createdAt", "_id"), 0));
  }

  @Override
  public void settled(CallId id) {
    calls.update(eq("_id", Ids.of(id)), set("settled", true));
  }

  @Override
  public List<StoredCall> of(UserId userId, @Nullable CallId before, int limit) {
    Bson ended = and(eq("listedFor", Ids.of(userId)), eq("state", ENDED));
    Optional<Bson> older =
        Optional.ofNullable(before).flatMap(this::byId).map(MongoCalls::olderThan);
    return read(calls.list(older.map(o -> and(ended, o)).orElse(ended), NEWEST_FIRST, limit));
  }

  @Override
  public void hide(CallId id, UserId userId) {
    calls.update(eq("_id", Ids.of(id)), pull("listedFor", Ids.of(userId)));
  }

  private static Bson olderThan(StoredCall call) {
    return or(
        lt("createdAt", Times.of(call.createdAt())),
        and(eq("createdAt", Times.of(call.createdAt())), lt("_id", Ids.of(call.id()))));
  }

  /** All but the id; what is absent is left out. */
  private static Document fields(StoredCall call) {
    Document fields =
        new Document("conversationId", Ids.of(call.conversationId()))
            .append("version", call.version())
            .append("state", call.state().wireName())
            .append("caller", Ids.of(call.caller()))
            .append("callerSession", Ids.of(call.callerSession()))
            .append("callee", Ids.of(call.callee()))
            .append("createdAt", Times.of(call.createdAt()))
            .append("listedFor", Ids.of(call.listedFor()));
    if (call.calleeSession() != null && call.answeredAt() != null) {
      fields
          .append("calleeSession", Ids.of(call.calleeSession()))
          .append("answeredOn", call.answeredOn())
          .append("answeredAt", Times.of(call.answeredAt()));
    }
    if (call.endedAt() != null && call.reason() != null) {
      fields.append("endedAt", Times.of(call.endedAt())).append("reason", call.reason().wireName());
    }
    Long seconds = call.seconds();
    return seconds == null ? fields : fields.append("seconds", seconds);
  }

  private static List<StoredCall> read(List<Document> documents) {
    return documents.stream().map(MongoCalls::read).toList();
  }

  private static StoredCall read(Document call) {
    ObjectId calleeSession = call.getObjectId("calleeSession");
    String reason = call.getString("reason");
    return new StoredCall(
        new CallId(call.getObjectId("_id").toHexString()),
        new ConversationId(call.getObjectId("conversationId").toHexString()),
        call.getLong("version"),
        Call.State.valueOf(call.getString("state").toUpperCase(Locale.ROOT)),
        Ids.user(call, "caller"),
        new SessionId(call.getObjectId("callerSession").toHexString()),
        Ids.user(call, "callee"),
        calleeSession == null ? null : new SessionId(calleeSession.toHexString()),
        call.getString("answeredOn"),
        Times.read(call, "createdAt"),
        Times.readOptional(call, "answeredAt"),
        Times.readOptional(call, "endedAt"),
        reason == null ? null : CallReason.fromWire(reason));
  }
}
