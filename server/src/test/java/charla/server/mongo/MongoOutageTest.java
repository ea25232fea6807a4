package charla.server.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.UserId;
import charla.server.chat.Messages.Appended;
import charla.server.chat.Messages.Draft;
import charla.server.refusal.Refusal;
import charla.server.store.Race;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** D4 as the store sees it: the database goes away and comes back. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MongoOutageTest {
  private static final Duration REFUSED_WITHIN = Duration.ofSeconds(5);
  private static final Duration BACK_WITHIN = Duration.ofSeconds(2);

  private final SecureRandom random = new SecureRandom();
  private final UserId ana = new UserId(new ObjectId().toHexString());
  private final ConversationId conversation = new ConversationId(new ObjectId().toHexString());
  private final Emulation database = new Emulation();
  private final Relay relay;
  private final MongoStore store;

  MongoOutageTest() throws IOException {
    relay = new Relay(database.port());
    store = MongoStore.open(relay.uri(), Clock.systemUTC());
  }

  @BeforeEach
  void aMessageGetsThrough() {
    assertThat(refusalOf(draft())).isEmpty();
  }

  @AfterEach
  void close() throws IOException {
    relay.close();
    store.close();
    database.close();
  }

  @Test
  void writesAreRefusedInTimeWhileTheDatabaseIsGoneAndWorkSoonAfterItsReturn_D4()
      throws IOException {
    relay.cut();
    assertThat(timeToRefusal()).isLessThan(REFUSED_WITHIN);
    assertThat(timeToRefusal()).isLessThan(REFUSED_WITHIN);
    relay.restore();
    await().atMost(BACK_WITHIN).until(() -> refusalOf(draft()).isEmpty());
  }

  @Test
  void writesAreRefusedInTimeWhileTheNetworkIsSilentAndWorkSoonAfterItsReturn_D4() {
    relay.silence();
    assertThat(timeToRefusal()).isLessThan(REFUSED_WITHIN);
    assertThat(timeToRefusal()).isLessThan(REFUSED_WITHIN);
    relay.speak();
    await().atMost(BACK_WITHIN).until(() -> refusalOf(draft()).isEmpty());
  }

  @Test
  void aCrowdThatWritesIntoOneConversationIsRefusedInTime_D4() throws Exception {
    relay.silence();
    List<Duration> times = Race.of(50, i -> timeToRefusal());
    assertThat(times).allMatch(time -> time.compareTo(REFUSED_WITHIN) < 0);
  }

  @Test
  void readersAreRefusedInTime_D4() throws IOException {
    relay.cut();
    long start = System.nanoTime();
    assertThat(refusal(() -> store.messages().last(conversation))).isPresent();
    assertThat(since(start)).isLessThan(REFUSED_WITHIN);
  }

  @Test
  void readinessIsAnsweredWithinTwoSecondsGoneOrSilent_D4() throws IOException {
    assertThat(store.isReady()).isTrue();
    relay.silence();
    assertNotReadyWithinTwoSeconds();
    relay.speak();
    await().atMost(BACK_WITHIN).until(store::isReady);
    relay.cut();
    assertNotReadyWithinTwoSeconds();
  }

  @Test
  void aSendWhoseAnswerWasLostIsSettledByItsClientId_D1() {
    Draft draft = draft();
    relay.breakBeforeAnswerTo("insert");
    assertThat(refusalOf(draft).map(Refusal::code)).contains(ErrorCode.UNAVAILABLE);
    Appended again = store.messages().append(draft);
    assertThat(again.repeated()).isTrue();
    assertThat(store.messages().after(conversation, 0, 10)).hasSize(2).contains(again.message());
  }

  private Duration timeToRefusal() {
    long start = System.nanoTime();
    Refusal refusal = refusalOf(draft()).orElseThrow();
    assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(refusal.retryAfter()).hasValueSatisfying(d -> assertThat(d).isPositive());
    return since(start);
  }

  private void assertNotReadyWithinTwoSeconds() {
    long start = System.nanoTime();
    assertThat(store.isReady()).isFalse();
    assertThat(since(start)).isLessThan(Duration.ofSeconds(2));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Optional<Refusal> refusalOf(Draft draft) {
    return refusal(() -> store.messages().append(draft));
  }

  private static Optional<Refusal> refusal(Runnable call) {
    try {
      call.run();
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal);
    }
  }

  private Draft draft() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    return new Draft(ClientId.random(random), conversation, ana, null, "hello", now);
  }
}
