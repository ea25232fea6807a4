package charla.server.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Message;
import charla.server.store.ConversationCase;
import charla.server.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What people find who read the database themselves. */
@ParameterizedClass
@MethodSource("charla.server.mongo.MongoTarget#all")
class MongoLayoutTest extends ConversationCase {
  private final TestDatabase database;

  MongoLayoutTest(MongoTarget target) {
    this.database = new TestDatabase(target.uri());
  }

  @Override
  protected Store open() {
    return database.open(Clock.systemUTC());
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void aMessageHasTheFieldsOfTheOriginalAndReferencesAreObjectIds() {
    append(1, "Hello");
    Document chat = chats().getFirst();
    assertThat(chat)
        .containsOnlyKeys(
            "_id",
            "fromUser",
            "toUser",
            "content",
            "status",
            "createdAt",
            "conversationId",
            "seq",
            "clientId")
        .containsEntry("fromUser", new ObjectId(ana.value()))
        .containsEntry("toUser", new ObjectId(bob.value()))
        .containsEntry("conversationId", new ObjectId(conversation.value()))
        .containsEntry("content", "Hello")
        .containsEntry("status", "sent");
  }

  @Test
  void theStoredStatusFollowsTheMarksAndTheAnswersDoNotShowIt() {
    fill(4);
    messages().append(draft(5, bob, "Hi"));
    store().conversations().advance(conversation, bob, 3, 2);
    assertThat(statuses()).containsExactly("read", "read", "delivered", "sent", "sent");
    store().conversations().advance(conversation, ana, 5, 5);
    store().conversations().advance(conversation, bob, 5, 4);
    assertThat(statuses()).containsOnly("read");
    assertThat(messages().after(conversation, 0, 10))
        .extracting(Message::status)
        .containsOnly(Message.Status.SENT);
  }

  @Test
  void theNamesOfTheCollectionsAreThoseInTheManual() {
    append(1, "Hello");
    store().sessions().open(ana, "a".repeat(64), "Laptop", NOW);
    store().signInFailures().add("ana", NOW);
    store().invites().add("c".repeat(64), 1, NOW);
    assertThat(database.raw().listCollectionNames())
        .containsExactlyInAnyOrder(
            "users",
            "chats",
            "calls",
            "conversations",
            "sessions",
            "signInFailures",
            "invites",
            "meta");
  }

  private List<String> statuses() {
    return chats().stream().map(chat -> chat.getString("status")).toList();
  }

  private List<Document> chats() {
    return database
        .raw()
        .getCollection("chats")
        .find()
        .sort(new Document("seq", 1))
        .into(new ArrayList<>());
  }
}
