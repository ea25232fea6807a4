package charla.server.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.UserId;
import charla.server.chat.Conversations;
import charla.server.chat.StoredConversation;
import charla.server.chat.StoredConversation.Watermarks;
import charla.server.refusal.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** Conversations; the members and their marks stand in the conversation's own document. */
final class MongoConversations implements Conversations {
  private final Documents conversations;
  private final StoredStatus status;
  private final Clock clock;

  MongoConversations(Documents conversations, StoredStatus status, Clock clock) {
    this.conversations = conversations;
    this.status = status;
    this.clock = clock;
  }

  /** The unique {@code directKey} of the two lets only one be made. */
  @Override
  public Opened direct(UserId one, UserId other) {
    List<UserId> members =
        Stream.of(one, other).distinct().sorted((a, b) -> a.value().compareTo(b.value())).toList();
    String key = members.stream().map(UserId::value).collect(Collectors.joining(":"));
    return byKey(key)
        .or(() -> make(key, members))
        .or(() -> byKey(key))
        .orElseThrow(() ->
            new Refusal(
                ErrorCode.UNAVAILABLE,
                "a new conversation is not on a majority yet",
                DriverErrors.RETRY_AFTER));
  }

  private Optional<Opened> byKey(String key) {
    return conversations.first(eq("directKey", key)).map(c -> new Opened(read(c), false));
  }

  private Optional<Opened> make(String key, List<UserId> members) {
    Document made =
        new Document("_id", new ObjectId())
            .append("directKey", key)
            .append("members", members.stream().map(MongoConversations::newMember).toList())
            .append("createdAt", Times.of(clock.instant()));
    return conversations.insert(made)
        ? Optional.of(new Opened(read(made), true))
        : Optional.empty();
  }

  @Override
  public Optional<StoredConversation> byId(ConversationId id) {
    return conversations.first(eq("_id", Ids.of(id))).map(MongoConversations::read);
  }

  @Override
  public List<StoredConversation> of(UserId userId) {
    return conversations.list(eq("members.userId", Ids.of(userId))).stream()
        .map(MongoConversations::read)
        .toList();
  }

  /**
   * The messages' stored status goes ahead of the marks. When that breaks off in between, nothing
   * has moved yet, and the repeated call does all of it.
   */
  @Override
  public Optional<Watermarks> advance(ConversationId id, UserId userId, long delivered, long read) {
    while (true) {
      Optional<StoredConversation> conversation = byId(id);
      Optional<Watermarks> old = conversation.flatMap(c -> c.member(userId));
      Optional<Watermarks> raised = old.map(marks -> raise(marks, delivered, read));
      if (old.equals(raised)) {
        return Optional.empty();
      }
      status.follow(conversation.orElseThrow(), raised.orElseThrow());
      if (replace(id, old.orElseThrow(), raised.orElseThrow())) {
        return raised;
      }
    }
  }

  private static Watermarks raise(Watermarks old, long delivered, long read) {
    return new Watermarks(
        old.userId(),
        Math.max(old.delivered(), Math.max(delivered, read)),
        Math.max(old.read(), read));
  }

  /** Compares and sets; false when another device of this person was quicker. */
  private boolean replace(ConversationId id, Watermarks old, Watermarks raised) {
    return conversations.update(
        and(eq("_id", Ids.of(id)), elemMatch("members", sameAs(old))),
        combine(
            set("members.$.delivered", raised.delivered()), set("members.$.read", raised.read())));
  }

  private static Bson sameAs(Watermarks marks) {
    return and(
        eq("userId", Ids.of(marks.userId())),
        eq("delivered", marks.delivered()),
        eq("read", marks.read()));
  }

  private static Document newMember(UserId id) {
    return new Document("userId", Ids.of(id)).append("delivered", 0L).append("read", 0L);
  }

  private static StoredConversation read(Document conversation) {
    return new StoredConversation(
        new ConversationId(conversation.getObjectId("_id").toHexString()),
        conversation.getList("members", Document.class).stream()
            .map(m ->
                new Watermarks(Ids.user(m, "userId"), m.getLong("delivered"), m.getLong("read")))
            .toList());
  }
}
