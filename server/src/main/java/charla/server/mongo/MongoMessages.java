package charla.server.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Message;
import charla.protocol.UserId;
import charla.server.chat.Messages;
import charla.server.refusal.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * The log itself is the truth about its numbers: there is no counter that could disagree with it. A
 * message takes the number after the newest one; the unique index on conversation and number lets
 * one of several writers have it, and the others try the next. So nothing that dies leaves a hole.
 */
final class MongoMessages implements Messages {
  /** Each failed try means that somebody else's message got in. */
  private static final int TRIES = 100;

  private static final Bson SEQ_ONLY = fields(include("seq"), excludeId());

  private final Documents chats;
  private final Documents tail;
  private final ConversationTurns turns = new ConversationTurns();

  MongoMessages(Documents chats) {
    this.chats = chats;
    this.tail = chats.uncommitted();
  }

  @Override
  public Appended append(Draft draft) {
    return turns.take(draft.conversationId(), () -> appendInTurn(draft));
  }

  private Appended appendInTurn(Draft draft) {
    for (int i = 0; i < TRIES; i++) {
      Document message =
          StoredMessage.document(draft, new ObjectId(), lastSeq(tail, draft.conversationId()) + 1);
      if (chats.insert(message)) {
        return new Appended(StoredMessage.read(message), false);
      }
      Optional<Message> first = byClientId(draft);
      if (first.isPresent()) {
        return new Appended(sameAs(draft, first.get()), true);
      }
    }
    throw new Refusal(
        ErrorCode.UNAVAILABLE, "no free number after many tries", DriverErrors.RETRY_AFTER);
  }

  private Optional<Message> byClientId(Draft draft) {
    return chats
        .first(
            and(eq("fromUser", Ids.of(draft.fromUser())), eq("clientId", draft.clientId().value())))
        .map(StoredMessage::read);
  }

  private static Message sameAs(Draft draft, Message first) {
    if (draft.isRepeatOf(first)) {
      return first;
    }
    throw new Refusal(ErrorCode.CLIENT_ID_CONFLICT, "client id was used for another message");
  }

  @Override
  public List<Message> after(ConversationId id, long seq, int limit) {
    return list(and(in(id), gt("seq", seq)), ascending("seq"), limit);
  }

  @Override
  public List<Message> before(ConversationId id, long seq, int limit) {
    return list(and(in(id), lt("seq", seq)), descending("seq"), limit).reversed();
  }

  @Override
  public Optional<Message> last(ConversationId id) {
    return before(id, Long.MAX_VALUE, 1).stream().findFirst();
  }

  @Override
  public Map<ConversationId, Long> lastSeqs(Collection<ConversationId> ids) {
    return ids.stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(), id -> lastSeq(chats, id)));
  }

  @Override
  public int countFromOthers(ConversationId id, UserId userId, long seq, int max) {
    return chats.count(
        and(in(id), gt("seq", seq), ne("fromUser", Ids.of(userId)), ne("call.missed", false)), max);
  }

  private static long lastSeq(Documents log, ConversationId id) {
    return log.first(in(id), descending("seq"), SEQ_ONLY).map(m -> m.getLong("seq")).orElse(0L);
  }

  private List<Message> list(Bson filter, Bson order, int limit) {
    return chats.list(filter, order, limit).stream().map(StoredMessage::read).toList();
  }

  private static Bson in(ConversationId id) {
    return eq("conversationId", Ids.of(id));
  }
}
