package charla.server.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;

import charla.protocol.ConversationId;
import charla.protocol.Message.Status;
import charla.protocol.UserId;
import charla.server.chat.StoredConversation;
import charla.server.chat.StoredConversation.Watermarks;
import java.util.List;
import java.util.function.ToLongFunction;
import org.bson.conversions.Bson;

/** Keeps the {@code status} in the messages' documents true, for people who read the database. */
final class StoredStatus {
  private static final String SENT = Status.SENT.wireName();
  private static final String DELIVERED = Status.DELIVERED.wireName();
  private static final String READ = Status.READ.wireName();

  private final Documents chats;

  StoredStatus(Documents chats) {
    this.chats = chats;
  }

  /**
   * Raises the status of what the others sent to where it stands once this member has come as far.
   * An index leads to just those messages that are behind, however long the conversation is.
   */
  void follow(StoredConversation before, Watermarks member) {
    List<Watermarks> marks =
        before.members().stream()
            .map(m -> m.userId().equals(member.userId()) ? member : m)
            .toList();
    marks.stream()
        .filter(sender -> !sender.equals(member))
        .forEach(sender -> raise(before.id(), sender.userId(), marks));
  }

  private void raise(ConversationId id, UserId sender, List<Watermarks> marks) {
    Bson sent = and(eq("conversationId", Ids.of(id)), eq("fromUser", Ids.of(sender)));
    long read = lowest(marks, sender, Watermarks::read);
    long delivered = lowest(marks, sender, Watermarks::delivered);
    chats.updateAll(
        and(sent, in("status", List.of(SENT, DELIVERED)), lte("seq", read)), set("status", READ));
    chats.updateAll(and(sent, eq("status", SENT), lte("seq", delivered)), set("status", DELIVERED));
  }

  /** A message has come as far as every member but its sender has. */
  private static long lowest(
      List<Watermarks> marks, UserId sender, ToLongFunction<Watermarks> mark) {
    return marks.stream().filter(m -> !m.userId().equals(sender)).mapToLong(mark).min().orElse(0);
  }
}
