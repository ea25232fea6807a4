package charla.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.CallId;
import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Message;
import charla.protocol.MessageId;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on disk for one account, on a real disk. */
class AccountCacheTest {
  private static final ConversationId ID = new ConversationId("%024x".formatted(0xc0));
  private static final UserId ME = new UserId("%024x".formatted(1));
  private static final UserId ANA = new UserId("%024x".formatted(2));
  private static final Instant NOW = Instant.parse("2026-03-14T12:00:00.123Z");

  @TempDir Path folder;

  @Test
  void everythingIsThereAfterARestart() throws CacheException {
    KeptConversation kept = conversation("half a sent");
    Outbox.Item waiting = item(1, "waiting");
    try (AccountCache cache = AccountCache.open(folder)) {
      cache.beginEpoch("one");
      cache.conversations().keep(kept);
      cache.messages().keep(ID, messages(1, 3));
      cache.outbox().put(waiting);
    }

    try (AccountCache cache = AccountCache.open(folder)) {
      assertThat(cache.epoch()).contains("one");
      assertThat(cache.conversations().all()).containsExactly(kept);
      assertThat(cache.messages().before(ID, Long.MAX_VALUE, 10)).isEqualTo(messages(1, 3));
      assertThat(cache.outbox().all()).containsExactly(waiting);
    }
  }

  @Test
  void aPageEndsAtAHole() throws CacheException {
    try (AccountCache cache = AccountCache.open(folder)) {
      cache.messages().keep(ID, messages(1, 10));
      cache.messages().keep(ID, messages(20, 30));

      assertThat(cache.messages().before(ID, Long.MAX_VALUE, 50)).isEqualTo(messages(20, 30));
      assertThat(cache.messages().before(ID, 25, 3)).isEqualTo(messages(22, 24));
      assertThat(cache.messages().before(ID, 20, 50)).isEmpty();
      assertThat(cache.messages().before(ID, 11, 50)).isEqualTo(messages(1, 10));
      assertThat(cache.messages().after(ID, 5, 50)).isEqualTo(messages(6, 10));
      assertThat(cache.messages().after(ID, 10, 50)).isEmpty();
      assertThat(cache.messages().last(ID)).contains(message(30));
    }
  }

  @Test
  void unreadIsCountedOnlyWhereNothingIsMissing() throws CacheException {
    try (AccountCache cache = AccountCache.open(folder)) {
      cache.messages().keep(ID, messages(1, 10));
      cache.messages().keep(ID, messages(20, 30));

      assertThat(cache.messages().countUnread(ID, ME, 25)).hasValue(5);
      assertThat(cache.messages().countUnread(ID, ANA, 25)).hasValue(0);
      assertThat(cache.messages().countUnread(ID, ME, 30)).hasValue(0);
      assertThat(cache.messages().countUnread(ID, ME, 5)).isEmpty();
    }
  }

  @Test
  void ofCallsOnlyThoseThatWereMissedAreUnread() throws CacheException {
    try (AccountCache cache = AccountCache.open(folder)) {
      CallId call = new CallId("a".repeat(24));
      long seq = 0;
      for (CallReason reason : CallReason.values()) {
        seq++;
        Message line = message(seq).withCall(new CallLine(call, reason, null));
        cache.messages().keep(ID, List.of(line));
      }

      assertThat(cache.messages().countUnread(ID, ME, 0)).hasValue(4);
    }
  }

  @Test
  void keepingAMessageTwiceKeepsItOnce() throws CacheException {
    try (AccountCache cache = AccountCache.open(folder)) {
      cache.messages().keep(ID, messages(1, 5));
      cache.messages().keep(ID, messages(3, 8));

      assertThat(cache.messages().before(ID, Long.MAX_VALUE, 50)).isEqualTo(messages(1, 8));
    }
  }

  @Test
  void anotherEpochDropsMessagesAndMarksAndKeepsDraftsAndOutbox() throws CacheException {
    try (AccountCache cache = AccountCache.open(folder)) {
      cache.conversations().keep(conversation("draft"));
      cache.messages().keep(ID, messages(1, 3));
      cache.outbox().put(item(1, "waiting"));

      cache.beginEpoch("two");

      assertThat(cache.messages().last(ID)).isEmpty();
      assertThat(cache.conversations().all())
          .singleElement()
          .satisfies(kept -> {
            assertThat(kept.draft()).isEqualTo("draft");
            assertThat(kept.readMark()).isZero();
            assertThat(kept.unread()).isZero();
          });
      assertThat(cache.outbox().all()).hasSize(1);
    }
  }

  @Test
  void theOutboxKeepsTheOrderInWhichThingsWereSent() throws CacheException {
    try (AccountCache cache = AccountCache.open(folder)) {
      for (long order : new long[] {3, 1, 2}) {
        cache.outbox().put(item(order, "m" + order));
      }

      assertThat(cache.outbox().all())
          .extracting(Outbox.Item::content)
          .containsExactly("m1", "m2", "m3");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncated", "scribbled", "nonsense", "empty", "otherVersion"})
  void k5ADamagedCacheIsMadeAnewAndTheOutboxSurvives(String damage)
      throws CacheException, IOException {
    try (AccountCache cache = AccountCache.open(folder)) {
      cache.messages().keep(ID, messages(1, 2_000));
      cache.outbox().put(item(1, "waiting"));
    }
    damage(damage, folder.resolve("cache.db"));

    try (AccountCache cache = AccountCache.open(folder)) {
      assertThat(cache.outbox().all()).extracting(Outbox.Item::content).containsExactly("waiting");
      boolean found = fails(() -> cache.messages().before(ID, 1_500, 1_000));
      assertThat(found).isEqualTo(damage.equals("scribbled"));

      cache.messages().keep(ID, messages(1, 3));
      assertThat(cache.messages().before(ID, Long.MAX_VALUE, 9)).isEqualTo(messages(1, 3));
    }
  }

  @Test
  void k5DamageFoundWhileRunningIsMadeGoodAtTheNextCall() throws CacheException, IOException {
    try (AccountCache cache = AccountCache.open(folder)) {
      cache.messages().keep(ID, messages(1, 5_000));
    }
    try (AccountCache cache = AccountCache.open(folder)) {
      damage("nonsense", folder.resolve("cache.db"));
      assertThat(fails(() -> cache.messages().before(ID, 4_000, 3_000))).isTrue();

      cache.messages().keep(ID, messages(1, 3));
      assertThat(cache.messages().last(ID)).contains(message(3));
    }
  }

  @Test
  void k5OneDamagedWaitingMessageTakesNoOtherWithIt() throws CacheException, IOException {
    try (AccountCache cache = AccountCache.open(folder)) {
      cache.outbox().put(item(1, "one"));
      cache.outbox().put(item(2, "two"));
      Path first = folder.resolve("outbox").resolve(item(1, "one").clientId() + ".json");
      Files.writeString(first, "{\"order\":1,");

      assertThat(cache.outbox().all()).extracting(Outbox.Item::content).containsExactly("two");
      assertThat(first).exists();
    }
  }

  @Test
  void onlyTheOwnerReadsIt() throws CacheException, IOException {
    try (AccountCache cache = AccountCache.open(folder.resolve("account"))) {
      cache.messages().keep(ID, messages(1, 3));
      cache.outbox().put(item(1, "waiting"));
      try (Stream<Path> all = Files.walk(folder.resolve("account"))) {
        assertThat(all.toList())
            .hasSizeGreaterThan(3)
            .allSatisfy(path ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .as(path.toString())
                    .endsWith("------"));
      }
    }
  }

  private interface Call {
    void run() throws CacheException;
  }

  private static boolean fails(Call call) {
    try {
      call.run();
      return false;
    } catch (CacheException e) {
      return true;
    }
  }

  private static void damage(String how, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (how) {
      case "truncated" -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      case "scribbled" -> {
        // The first page stays, so that it looks like a database.
        byte[] noise = new byte[bytes.length - 8192];
        new Random(7).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, 8192, noise.length);
        Files.write(file, bytes);
      }
      case "nonsense" -> {
        new Random(7).nextBytes(bytes);
        Files.write(file, bytes);
      }
      case "empty" -> Files.write(file, new byte[0]);
      case "otherVersion" -> {
        // The user version of a SQLite file stands at byte 60.
        bytes[63] = 99;
        Files.write(file, bytes);
      }
      default -> throw new AssertionError(how);
    }
  }

  private static KeptConversation conversation(String draft) {
    User ana = new User(ANA, new Username("ana"), "Ana", true, null);
    return new KeptConversation(ID, ana, 5, 4, 3, 2, draft, NOW);
  }

  private static Outbox.Item item(long order, String content) {
    return new Outbox.Item(
        order, new ClientId("%032x".formatted(order)), ID, content, NOW, ErrorCode.NOT_ALLOWED);
  }

  private static List<Message> messages(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(AccountCacheTest::message).toList();
  }

  private static Message message(long seq) {
    return new Message(
        new MessageId("%024x".formatted(seq)),
        ID,
        seq,
        new ClientId("%032x".formatted(seq)),
        ANA,
        ME,
        "message " + seq,
        Message.Status.SENT,
        NOW);
  }
}
