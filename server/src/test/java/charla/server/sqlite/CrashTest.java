package charla.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.UserId;
import charla.protocol.Username;
import charla.server.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a process that stores messages, again and again on one file. Each new process first repeats
 * what its threads cannot know: whether their last message was stored. The seed is logged, and
 * taken from {@code -Dcharla.seed}.
 */
class CrashTest {
  private static final Logger LOG = LoggerFactory.getLogger(CrashTest.class);
  private static final int KILLS = 10;
  private static final int THREADS = 16;
  private static final int ACKNOWLEDGED_AT_MOST = 1_500;

  @TempDir private Path folder;

  private final long seed = Long.getLong("charla.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Map<ClientId, Long> acknowledged = new HashMap<>();
  private final int[] next = new int[THREADS];

  @Test
  void whatWasAcknowledgedOutlivesEveryKill_D1() throws Exception {
    LOG.warn("seed {}", seed);
    UserId ana;
    ConversationId conversation;
    try (Store store = open()) {
      ana = account(store, "ana");
      conversation = store.conversations().direct(ana, account(store, "bob")).conversation().id();
    }

    for (int i = 0; i < KILLS; i++) {
      sendAndKill(conversation, ana);
    }

    try (Store store = open()) {
      List<Message> log = store.messages().after(conversation, 0, Integer.MAX_VALUE);
      LOG.warn("{} acknowledged, {} stored", acknowledged.size(), log.size());
      assertWhole(log);
    }
    assertThat(integrity()).containsExactly("ok");
  }

  private void assertWhole(List<Message> log) {
    Map<ClientId, Long> stored = new HashMap<>();
    for (Message message : log) {
      assertThat(message.seq()).as("no hole, seed %d", seed).isEqualTo(stored.size() + 1);
      assertThat(stored.put(message.clientId(), message.seq()))
          .as("stored once, seed %d", seed)
          .isNull();
      assertThat(message.content()).isEqualTo(CrashingSender.content(message.clientId()));
    }
    assertThat(acknowledged).as("seed %d", seed).hasSizeGreaterThan(KILLS);
    assertThat(stored)
        .as("acknowledged is stored, seed %d", seed)
        .containsAllEntriesOf(acknowledged);
  }

  /** Kills at once when the store is open, or after some answers: with sixteen writes under way. */
  private void sendAndKill(ConversationId conversation, UserId ana)
      throws IOException, InterruptedException {
    Process sender = start(conversation, ana);
    int answers = random.nextInt(ACKNOWLEDGED_AT_MOST);
    try (BufferedReader lines = sender.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("open");
      for (int i = 0; i < answers; i++) {
        note(lines.readLine());
      }
      sender.toHandle().destroyForcibly(); // The process itself would close what it said as well.
      lines.lines().filter(CrashTest::isComplete).forEach(this::note);
    } finally {
      sender.destroyForcibly();
    }
    assertThat(sender.waitFor()).as("killed").isNotZero();
  }

  /** The kill may cut the last line. */
  private static boolean isComplete(String line) {
    return line.matches("\\d+ \\d+ \\d+;");
  }

  private void note(String line) {
    String[] parts = line.replace(";", "").split(" ", 0);
    int thread = Integer.parseInt(parts[0]);
    int number = Integer.parseInt(parts[1]);
    long seq = Long.parseLong(parts[2]);
    next[thread] = Math.max(next[thread], number);
    Long before = acknowledged.put(CrashingSender.clientId(thread, number), seq);
    assertThat(before == null || before == seq).as("repeated answer, seed %d", seed).isTrue();
  }

  private Process start(ConversationId conversation, UserId ana) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingSender.class.getName(),
                file().toString(),
                conversation.value(),
                ana.value()));
    Arrays.stream(next).mapToObj(String::valueOf).forEach(command::add);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private List<String> integrity() {
    try (Database database = Database.open(file())) {
      return database.read(
          sql -> sql.list(row -> row.text("integrity_check"), "PRAGMA integrity_check"));
    }
  }

  private Path file() {
    return folder.resolve("charla.db");
  }

  private Store open() {
    return SqliteStore.open(file(), Clock.systemUTC());
  }

  private static UserId account(Store store, String name) {
    return store
        .accounts()
        .create(new Username(name), name, "no password", Instant.now())
        .orElseThrow()
        .id();
  }
}
