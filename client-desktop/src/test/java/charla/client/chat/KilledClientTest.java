package charla.client.chat;

import static charla.client.chat.FakeServer.ME;
import static charla.client.chat.FakeServer.user;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.cache.AccountCache;
import charla.client.cache.CacheException;
import charla.client.cache.Outbox;
import charla.client.chat.FakeServer.Answers;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * D2: the client dies between any two of its steps (a step is one task on one of its threads).
 * Whatever had reached its disk arrives exactly once, in order, and its log is the server's.
 */
class KilledClientTest {
  private static final User ANA = user(2, "ana", "Ana");

  @TempDir Path folder;

  @Test
  void d2KilledAtAnyStepNothingIsLostOrDoubled() throws CacheException {
    int steps = 0;
    boolean finished = false;
    while (!finished) {
      finished = diesAfter(steps++);
    }
    // The scenario below has this many moments to die in at least.
    assertThat(steps).isGreaterThan(70);
  }

  @Test
  void d2KilledFarBehindItNoticesTheHoleAndFillsItWhereSomebodyReads() throws CacheException {
    int steps = 0;
    boolean finished = false;
    while (!finished) {
      finished = diesFarBehindAfter(steps++);
    }
    assertThat(steps).isGreaterThan(20);
  }

  private boolean diesFarBehindAfter(int steps) throws CacheException {
    Path disk = folder.resolve("dies-far-behind-after-" + steps);
    FakeServer server = new FakeServer();
    ConversationId id = server.conversationWith(ANA);
    Fuse fuse = Fuse.after(steps);
    try (var _ = new Device(disk, server, fuse)) {
      server.connect();
      server.say(id, ANA, "a1");
      server.say(id, ANA, "a2");
      server.disconnect();
      IntStream.range(0, CatchUp.FAR_BEHIND + 1).forEach(i -> server.store(id, ANA, "b" + i));
      server.connect();
      server.say(id, ANA, "c1");
    }

    try (Device restarted = Device.on(disk, server)) {
      server.connect();

      Timeline timeline = restarted.conversations().open(id);
      List<String> read = new ArrayList<>(above(timeline, Long.MAX_VALUE));
      while (timeline.hasOlderProperty().get()) {
        long oldest = timeline.messages().getFirst().seq();
        timeline.loadOlder();
        read.addAll(0, above(timeline, oldest));
      }
      assertThat(read).as("died at step %d", steps).isEqualTo(contents(server.wholeLog(id)));
    }
    return !fuse.isBlown();
  }

  /** Whether it came to its end without dying. */
  private boolean diesAfter(int steps) throws CacheException {
    Path disk = folder.resolve("dies-after-" + steps);
    FakeServer server = new FakeServer();
    ConversationId id = server.conversationWith(ANA);
    Fuse fuse = Fuse.after(steps);
    try (Device dying = new Device(disk, server, fuse)) {
      talk(server, dying, id);
    }
    List<String> owed = waitingOn(disk);
    List<String> before = contents(server.log(id, ME));

    server.setRestUp(false);
    try (Device restarted = Device.on(disk, server)) {
      if (!restarted.conversations().entries().isEmpty()) {
        assertThat(restarted.texts(id)).as("offline, step %d", steps).doesNotHaveDuplicates();
      }
      server.setRestUp(true);
      server.answer(Answers.ACCEPT);
      server.connect();

      List<String> sent = contents(server.log(id, ME));
      assertThat(sent).as("died at step %d", steps).isSorted().doesNotHaveDuplicates();
      assertThat(sent).containsAll(before).containsAll(owed);
      assertThat(restarted.texts(id)).isEqualTo(contents(server.wholeLog(id)));
      assertThat(waitingOn(disk)).isEmpty();
    }
    return !fuse.isBlown();
  }

  private static void talk(FakeServer server, Device device, ConversationId id) {
    server.store(id, ANA, "a0");
    server.connect();
    if (device.conversations().entries().isEmpty()) {
      return;
    }
    Conversations conversations = device.conversations();
    conversations.send(id, "m1");
    server.say(id, ANA, "a1");
    server.answer(Answers.STORE_SILENTLY);
    conversations.send(id, "m2");
    conversations.send(id, "m3");
    server.disconnect();
    conversations.send(id, "m4");
    server.store(id, ANA, "a2");
    server.answer(Answers.ACCEPT);
    server.connect();
    conversations.send(id, "m5");
    server.say(id, ANA, "a3");
    conversations.markRead(id, 4);
    conversations.send(id, "m6");
  }

  private static List<String> waitingOn(Path disk) throws CacheException {
    try (var cache = AccountCache.open(disk)) {
      return cache.outbox().all().stream().map(Outbox.Item::content).toList();
    }
  }

  /** What stands above this one. */
  private static List<String> above(Timeline timeline, long seq) {
    return timeline.messages().stream()
        .filter(message -> message.seq() < seq)
        .map(ChatMessage::content)
        .toList();
  }

  private static List<String> contents(List<Message> messages) {
    return messages.stream().map(Message::content).toList();
  }
}
