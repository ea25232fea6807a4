package charla.server.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.UserId;
import charla.protocol.Username;
import charla.server.account.Account;
import charla.server.chat.Conversations.Opened;
import charla.server.chat.Messages.Appended;
import charla.server.chat.Messages.Draft;
import charla.server.store.Race;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Several servers on one database: nothing in their own memory keeps them apart. */
@ParameterizedClass
@MethodSource("charla.server.mongo.MongoTarget#all")
class MongoSharedTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final UserId ana = new UserId(new ObjectId().toHexString());
  private final UserId bob = new UserId(new ObjectId().toHexString());
  private final ConversationId conversation = new ConversationId(new ObjectId().toHexString());
  private final TestDatabase database;
  private final List<MongoStore> servers;

  MongoSharedTest(MongoTarget target) throws Exception {
    database = new TestDatabase(target.uri());
    servers = Race.of(4, i -> database.open(Clock.systemUTC()));
  }

  @AfterEach
  void close() {
    servers.forEach(MongoStore::close);
    database.close();
  }

  @Test
  void serversThatStartAtOnceAgreeOnTheEpoch() {
    assertThat(servers).extracting(MongoStore::epoch).containsOnly(servers.getFirst().epoch());
  }

  @Test
  void messagesThroughSeveralServersGetEveryNumberOnce_D1() throws Exception {
    List<Message> answers = Race.of(80, i -> server(i).messages().append(draft(i)).message());
    List<Message> log = server(0).messages().after(conversation, 0, 100);
    assertThat(log).containsExactlyInAnyOrderElementsOf(answers);
    assertThat(log)
        .extracting(Message::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
  }

  @Test
  void oneMessageThroughSeveralServersIsStoredOnce_D1() throws Exception {
    List<Appended> answers = Race.of(24, i -> server(i).messages().append(draft(7)));
    assertThat(answers).filteredOn(a -> !a.repeated()).hasSize(1);
    assertThat(answers).extracting(Appended::message).containsOnly(answers.getFirst().message());
  }

  @Test
  void ofThoseWhoRegisterFirstThroughSeveralServersOneIsAdministrator() throws Exception {
    List<Account> made =
        Race.of(
            16,
            i ->
                server(i)
                    .accounts()
                    .create(new Username("person" + i), "Person", "$2a$12$x", NOW)
                    .orElseThrow());
    assertThat(made).filteredOn(Account::administrator).hasSize(1);
  }

  @Test
  void aConversationOpenedThroughSeveralServersIsOne() throws Exception {
    List<Opened> opened = Race.of(16, i -> server(i).conversations().direct(ana, bob));
    assertThat(opened).filteredOn(Opened::created).hasSize(1);
    assertThat(opened).extracting(o -> o.conversation().id()).containsOnly(id(opened));
  }

  private static ConversationId id(List<Opened> opened) {
    return opened.getFirst().conversation().id();
  }

  private MongoStore server(int number) {
    return servers.get(number % servers.size());
  }

  private Draft draft(int number) {
    ClientId clientId = new ClientId("%032x".formatted(number));
    return new Draft(clientId, conversation, ana, bob, "message " + number, NOW);
  }
}
