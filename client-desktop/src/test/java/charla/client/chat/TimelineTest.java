package charla.client.chat;

import static charla.client.chat.FakeServer.ME;
import static charla.client.chat.FakeServer.user;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.cache.CacheException;
import charla.client.chat.MessageState.Step;
import charla.client.notice.Problem;
import charla.protocol.ConversationId;
import charla.protocol.User;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window onto a long log: bounded, without holes, in both directions. */
class TimelineTest {
  private static final User ANA = user(2, "ana", "Ana");
  private static final int LONG = 1_000;

  @TempDir Path folder;
  private final FakeServer server = new FakeServer();
  private final ConversationId withAna = server.conversationWith(ANA);
  private Device device;
  private Timeline timeline;

  @BeforeEach
  void openALongConversation() throws CacheException {
    IntStream.rangeClosed(1, LONG).forEach(i -> server.store(withAna, ANA, "m" + i));
    device = Device.on(folder, server);
    server.connect();
    timeline = device.conversations().open(withAna);
  }

  @AfterEach
  void stop() {
    device.close();
  }

  @Test
  void opensAtTheNewest() {
    assertThat(seqs()).containsExactlyElementsOf(range(901, LONG));
    assertThat(timeline.hasOlderProperty().get()).isTrue();
    assertThat(timeline.hasNewerProperty().get()).isFalse();
  }

  @Test
  void goesToTheVeryFirstAndBackThroughAWindowWithoutHoles() {
    while (timeline.hasOlderProperty().get()) {
      timeline.loadOlder();
      assertWindow();
    }
    assertThat(seqs()).startsWith(1L).doesNotContain((long) LONG);

    while (timeline.hasNewerProperty().get()) {
      timeline.loadNewer();
      assertWindow();
    }
    assertThat(seqs()).endsWith((long) LONG).doesNotContain(1L);
  }

  @Test
  void jumpsBackToTheNewest() {
    IntStream.range(0, 8).forEach(i -> timeline.loadOlder());

    timeline.jumpToNewest();

    assertThat(seqs()).containsExactlyElementsOf(range(901, LONG));
    assertThat(timeline.hasNewerProperty().get()).isFalse();
  }

  @Test
  void whatWaitsStandsBehindTheNewestOnly() {
    server.disconnect();
    device.conversations().send(withAna, "waiting");
    assertThat(timeline.messages().getLast().state()).isEqualTo(Step.WAITING);

    IntStream.range(0, 8).forEach(i -> timeline.loadOlder());
    assertThat(seqs()).doesNotContain(0L);

    timeline.jumpToNewest();
    assertThat(timeline.messages().getLast().content()).isEqualTo("waiting");
  }

  @Test
  void aMessageThatComesWhileReadingOldOnesDoesNotMoveTheWindow() {
    IntStream.range(0, 8).forEach(i -> timeline.loadOlder());
    List<Long> before = seqs();

    server.say(withAna, ANA, "new");

    assertThat(seqs()).isEqualTo(before);
    assertThat(timeline.hasNewerProperty().get()).isTrue();
  }

  @Test
  void aLongTalkWatchedAtTheEndKeepsTheWindowBounded() {
    for (int i = 0; i < 1_000; i++) {
      server.say(withAna, ANA, "more");
      assertWindow();
    }
    assertThat(seqs()).endsWith((long) LONG + 1_000);
  }

  @Test
  void onlyRowsWhoseStateChangedAreTouched() {
    server.say(withAna, ME, "mine");
    int[] touched = {0};
    timeline
        .messages()
        .addListener(
            (javafx.collections.ListChangeListener<ChatMessage>)
                change -> {
                  while (change.next()) {
                    touched[0] += change.getAddedSize();
                  }
                });

    server.receipt(withAna, ANA, LONG + 1, LONG + 1);

    assertThat(timeline.messages().getLast().state()).isEqualTo(Step.READ);
    assertThat(touched[0]).isEqualTo(1);
  }

  @Test
  void whatWasReadOnceIsThereOffline() {
    timeline.loadOlder();
    server.disconnect();
    server.setRestUp(false);

    Timeline again = device.conversations().open(withAna);
    again.loadOlder();

    assertThat(again.messages()).hasSize(200);
    assertThat(again.problemProperty().get()).isNull();
  }

  @Test
  void aPageThatCannotBeHadIsSaidAndAskedForAgain() {
    timeline.loadOlder();
    server.setRestUp(false);
    timeline.loadOlder();
    timeline.loadOlder();
    assertThat(timeline.problemProperty().get()).isEqualTo(new Problem.Unreachable("fake"));
    int before = timeline.messages().size();

    server.setRestUp(true);
    timeline.loadOlder();

    assertThat(timeline.problemProperty().get()).isNull();
    assertThat(timeline.messages()).hasSizeGreaterThan(before);
  }

  @Test
  void afterALongAbsenceOnlyTheNewestAreReadAndTheRestWhenSomebodyScrollsThere() {
    server.disconnect();
    IntStream.rangeClosed(1, 5_000).forEach(i -> server.store(withAna, ANA, "x" + i));
    int asked = server.asked().size();
    server.connect();
    assertThat(server.asked().size() - asked).isLessThan(3);

    timeline.jumpToNewest();
    while (timeline.hasOlderProperty().get()) {
      timeline.loadOlder();
      assertWindow();
    }
    assertThat(seqs()).startsWith(1L);
  }

  private void assertWindow() {
    List<Long> seqs = seqs();
    assertThat(seqs).hasSizeLessThanOrEqualTo(Timeline.MAX);
    assertThat(seqs).isEqualTo(range(seqs.getFirst(), seqs.getLast()));
  }

  private List<Long> seqs() {
    return timeline.messages().stream().map(ChatMessage::seq).toList();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
