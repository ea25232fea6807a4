package charla.server.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** D1: servers are killed while they append; the database, which is not theirs, lives on. */
class MongoCrashTest {
  private static final Logger LOG = LoggerFactory.getLogger(MongoCrashTest.class);
  private static final int KILLS = 10;
  private static final int LONGEST_LIFE = 60;

  private final ConversationId conversation = new ConversationId(new ObjectId().toHexString());
  private final UserId user = new UserId(new ObjectId().toHexString());
  private final Set<String> tried = new HashSet<>();
  private final Map<String, Long> acknowledged = new HashMap<>();

  @Test
  void whatWasAcknowledgedBeforeAKillIsThereOnceAndWithoutHoles_D1() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    try (Emulation database = new Emulation()) {
      for (int i = 0; i < KILLS; i++) {
        appendAndKill(database, 1 + random.nextInt(LONGEST_LIFE));
      }
      List<Message> log = log(database);
      LOG.warn(
          "{} kills, {} messages tried, {} acknowledged, {} stored (seed {})",
          KILLS,
          tried.size(),
          acknowledged.size(),
          log.size(),
          seed);
      check(log);
    }
  }

  /** Kills the process at its n-th acknowledgement, wherever its other threads are by then. */
  private void appendAndKill(Emulation database, int acknowledgements) throws Exception {
    Process process = start(database);
    try (BufferedReader lines = process.inputReader()) {
      int left = acknowledgements;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        note(line.split(" ", -1));
        if (line.startsWith("ok") && --left == 0) {
          kill(process);
        }
      }
    } finally {
      kill(process);
      process.waitFor();
    }
  }

  /** Unlike {@link Process#destroyForcibly} this leaves what was written to be read. */
  private static void kill(Process process) {
    process.toHandle().destroyForcibly();
  }

  private Process start(Emulation database) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Appender.class.getName(),
                database.uri(),
                conversation.value(),
                user.value()));
    tried.stream().filter(id -> !acknowledged.containsKey(id)).forEach(command::add);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private void note(String[] words) {
    if (words[0].equals("try")) {
      tried.add(words[1]);
    } else {
      Long before = acknowledged.put(words[1], Long.valueOf(words[2]));
      assertThat(before).isIn(null, Long.valueOf(words[2]));
    }
  }

  private List<Message> log(Emulation database) {
    try (MongoStore store = MongoStore.open(database.uri(), Clock.systemUTC())) {
      return store.messages().after(conversation, 0, Integer.MAX_VALUE);
    }
  }

  private void check(List<Message> log) {
    Map<String, Long> stored = new HashMap<>();
    log.forEach(m -> stored.put(m.clientId().value(), m.seq()));
    assertThat(stored).hasSameSizeAs(log).containsAllEntriesOf(acknowledged);
    assertThat(tried).containsAll(stored.keySet());
    assertThat(log)
        .extracting(Message::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, log.size()).boxed().toList());
  }
}
