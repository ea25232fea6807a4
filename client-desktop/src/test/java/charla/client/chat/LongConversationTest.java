package charla.client.chat;

import static charla.client.chat.FakeServer.user;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.cache.AccountCache;
import charla.client.cache.CacheException;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.User;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A conversation of 100 000 messages on this device, without the server's help. */
class LongConversationTest {
  private static final Logger LOG = LoggerFactory.getLogger(LongConversationTest.class);
  private static final User ANA = user(2, "ana", "Ana");
  private static final int MESSAGES = 100_000;
  private static final int CHUNK = 5_000;

  /** All messages of this conversation would take some 30 times as much. */
  private static final long HELD_KILOBYTES = 1_000;

  @TempDir Path folder;
  private final FakeServer server = new FakeServer();
  private final ConversationId withAna = server.conversationWith(ANA);

  @Test
  void opensAtOnceAndScrollsBothWaysWithAFlatWindow() throws CacheException {
    fill();
    try (Device device = Device.on(folder, server)) {
      long heapBefore = heapKilobytes();
      long start = System.nanoTime();
      Timeline timeline = device.conversations().open(withAna);
      Duration opened = Duration.ofNanos(System.nanoTime() - start);
      assertThat(timeline.messages()).hasSize(Timeline.PAGE);

      Duration up = scroll(timeline, timeline.hasOlderProperty()::get, timeline::loadOlder);
      assertThat(timeline.messages().getFirst().seq()).isEqualTo(1);
      Duration down = scroll(timeline, timeline.hasNewerProperty()::get, timeline::loadNewer);
      assertThat(timeline.messages().getLast().seq()).isEqualTo(MESSAGES);

      long held = heapKilobytes() - heapBefore;

      LOG.warn("opened in {}, up in {}, down in {}, holds {} kB", opened, up, down, held);
      assertThat(opened).isLessThan(Duration.ofSeconds(3));
      assertThat(up.plus(down)).isLessThan(Duration.ofSeconds(60));
      assertThat(timeline.messages()).hasSize(Timeline.MAX);
      assertThat(held).isLessThan(HELD_KILOBYTES);
    }
  }

  /** What is still held once the garbage is gone. */
  private static long heapKilobytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / 1024;
  }

  private static Duration scroll(
      Timeline timeline, java.util.function.BooleanSupplier more, Runnable load) {
    long start = System.nanoTime();
    while (more.getAsBoolean()) {
      load.run();
      assertThat(timeline.messages()).hasSizeLessThanOrEqualTo(Timeline.MAX);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void fill() throws CacheException {
    try (Device first = Device.on(folder, server)) {
      server.connect();
      AccountCache cache = first.cache();
      for (long from = 1; from <= MESSAGES; from += CHUNK) {
        List<Message> chunk = LongStream.range(from, from + CHUNK).mapToObj(this::message).toList();
        cache.messages().keep(withAna, chunk);
      }
    }
  }

  private Message message(long seq) {
    return FakeLog.message(
        withAna, seq, ANA, new ClientId("%032x".formatted(seq)), "message number " + seq);
  }
}
