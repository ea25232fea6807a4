package charla.client.session;

import static charla.client.session.TestApp.success;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.cache.AccountCache;
import charla.client.cache.CacheException;
import charla.client.cache.Outbox;
import charla.client.chat.ConversationEntry;
import charla.client.chat.Conversations;
import charla.client.chat.Timeline;
import charla.client.net.LinkState;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.User;
import charla.server.fault.Checker;
import charla.server.fault.History;
import charla.server.sqlite.SqliteStore;
import charla.server.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * D2: the app's process is killed again and again while it writes, and begins again on what it left
 * on its disk. The seed is logged, and taken from {@code -Dcharla.seed}.
 */
@Timeout(300)
class KilledAppTest {
  private static final Logger LOG = LoggerFactory.getLogger(KilledAppTest.class);
  private static final int KILLS = 25;

  /** In one life; few enough for the server's pace. */
  private static final int MESSAGES = 10;

  /** The server takes only so many in a second from one person. */
  private static final Duration TO_SEND_ALL = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final long seed = Long.getLong("charla.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** All that was found waiting on the disk after a kill. */
  private final Set<String> owed = new HashSet<>();

  private TestServer server;
  private TestApp ben;
  private Conversations bens;
  private ConversationId conversation;
  private Path disk;

  @BeforeEach
  void introduce() throws IOException {
    server = TestServer.in(folder.resolve("server"));
    ben = new TestApp(folder.resolve("ben"));
    ben.trust().trust(server.address(), server.authority());
    bens = ben.chats(ben.register(server.address(), "ben"));
    try (TestApp ana = new TestApp(folder.resolve("ana"))) {
      ana.trust().trust(server.address(), server.authority());
      SignedIn signedIn = ana.register(server.address(), "ana");
      disk = ana.profile().account(server.address(), signedIn.me().user().id());
      Conversations anas = ana.chats(signedIn);
      ana.until(() -> anas.linkProperty().get() instanceof LinkState.Online);
      User person = success(ana.<List<User>>answer(a -> anas.findPeople("ben", a))).getFirst();
      conversation = success(ana.<ConversationEntry>answer(a -> anas.startWith(person, a))).id();
    }
    ben.until(() -> !bens.entries().isEmpty());
  }

  @AfterEach
  void stop() {
    ben.close();
    server.close();
  }

  @Test
  void d2KilledAtAnyMomentItsOutboxEmptiesAndItsLogIsTheServers() throws Exception {
    LOG.warn("seed {}", seed);
    for (int i = 0; i < KILLS; i++) {
      String text = "from Ben " + i;
      ben.runOnFx(() -> bens.send(conversation, text));
      writeAndKill(i * MESSAGES);
    }

    try (TestApp ana = new TestApp(folder.resolve("ana"))) {
      Conversations anas = ana.chats(restored(ana));
      ana.until(() -> !anas.entries().isEmpty());
      ana.until(TO_SEND_ALL, () -> waiting().isEmpty());
      Timeline timeline = ana.onFx(() -> anas.open(conversation));
      ana.until(() -> isReadWhole(timeline));
    }

    List<Message> stored = stored();
    List<String> own =
        stored.stream().map(Message::content).filter(t -> t.startsWith("number")).toList();
    LOG.warn("{} kills, {} messages, {} found waiting", KILLS, own.size(), owed.size());
    assertThat(Checker.violations(history(stored))).as("seed %d", seed).isEmpty();
    assertThat(own).as("in order, once, seed %d", seed).isSorted().doesNotHaveDuplicates();
    assertThat(own).as("what waited arrived, seed %d", seed).containsAll(owed);
    assertThat(owed).hasSizeGreaterThan(KILLS);
  }

  /** Kills when it has begun, or after some answers: with messages under way to disk and server. */
  private void writeAndKill(int first) throws Exception {
    int answers = random.nextInt(waiting().size() + MESSAGES - 1);
    Process app = start(first);
    try (BufferedReader lines = app.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("begins");
      for (int i = 0; i < answers; i++) {
        String line = lines.readLine();
        assertThat(line).isIn("taken", "done");
        if (line.equals("done")) {
          // What waited before was found in the log, which is no answer.
          break;
        }
      }
    } finally {
      app.destroyForcibly();
    }
    assertThat(app.waitFor()).as("killed").isNotZero();
    owed.addAll(waiting());
  }

  private Process start(int first) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            // Both modules' test logging stands on the class path, of which logback tells its
            // output.
            "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            WritingApp.class.getName(),
            folder.resolve("ana").toString(),
            conversation.value(),
            Integer.toString(first),
            Integer.toString(MESSAGES))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Asks for what is above until the beginning is there. */
  private boolean isReadWhole(Timeline timeline) {
    timeline.loadOlder();
    long last = ben.onFx(() -> bens.entries().getFirst().lastSeqProperty().get());
    return !timeline.hasOlderProperty().get() && timeline.messages().size() >= last;
  }

  private static SignedIn restored(TestApp app) {
    return success(app.<Optional<SignedIn>>answer(app.sessions()::restore)).orElseThrow();
  }

  private List<String> waiting() {
    try (AccountCache cache = AccountCache.open(disk)) {
      return cache.outbox().all().stream().map(Outbox.Item::content).toList();
    } catch (CacheException e) {
      throw new AssertionError(e);
    }
  }

  /** The app's log, read to its beginning, beside the server's. Who wrote what is judged apart. */
  private History history(List<Message> stored) throws CacheException {
    History history = new History();
    history.stored(conversation).addAll(stored);
    history.members.put(
        conversation, stored.stream().map(Message::fromUser).collect(Collectors.toSet()));
    stored.forEach(message ->
        history.sending(
            new History.Sent(
                message.clientId(), message.fromUser(), conversation, message.content())));
    List<Message> kept = kept();
    kept.forEach(message -> history.accepted(message.clientId(), message));
    history.devices.add(
        new History.DeviceLog("the killed app", kept.getLast().fromUser(), conversation, kept));
    return history;
  }

  private List<Message> kept() throws CacheException {
    try (AccountCache cache = AccountCache.open(disk)) {
      return cache.messages().before(conversation, Long.MAX_VALUE, 10_000);
    }
  }

  private List<Message> stored() {
    server.close();
    Path file = folder.resolve("server").resolve("charla.db");
    try (Store store = SqliteStore.open(file, Clock.systemUTC())) {
      return store.messages().after(conversation, 0, Integer.MAX_VALUE);
    }
  }
}
