package charla.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final FakeSocket socket = new FakeSocket();
  private final HandClock clock = new HandClock();
  private final AtomicInteger drained = new AtomicInteger();
  private final Outbox outbox = new Outbox(socket, clock, drained::incrementAndGet);

  @Test
  void whatComesBeforeTheFirstFrameGoesOutAfterIt() {
    outbox.offer(frame("early"));

    outbox.open(frame("welcome"));
    socket.takeAll();

    assertThat(socket.sent).containsExactly("welcome", "early");
  }

  @Test
  void oneFrameIsUnderWayAtATime() {
    outbox.open(frame("1"));
    outbox.offer(frame("2"));
    assertThat(socket.sent).containsExactly("1");

    socket.take();

    assertThat(socket.sent).containsExactly("1", "2");
  }

  @Test
  void aDeviceThatTakesNothingLosesPushesAndIsToldOnceWhenItHasDrained() {
    outbox.open(frame("welcome"));
    offer(Outbox.MAX_FRAMES + 50);
    assertThat(drained).hasValue(0);

    socket.takeAll();

    assertThat(socket.sent).hasSize(1 + Outbox.MAX_FRAMES);
    assertThat(drained).hasValue(1);
  }

  @Test
  void afterALossFramesAreKeptAgainFromTheMomentTheDeviceIsTold() {
    outbox.open(frame("welcome"));
    offer(Outbox.MAX_FRAMES + 1);
    socket.takeAll();

    outbox.offer(frame("later"));

    assertThat(socket.sent).last().isEqualTo("later");
  }

  @Test
  void bytesAreBoundedToo() {
    outbox.open(frame("welcome"));
    Encoded large = new Encoded("x", Outbox.MAX_BYTES / 2);

    outbox.offer(large);
    outbox.offer(large);
    outbox.offer(large);
    socket.takeAll();

    assertThat(socket.sent).containsExactly("welcome", "x", "x");
    assertThat(drained).hasValue(1);
  }

  @Test
  void aFrameThatIsNotTakenForTenSecondsMakesItStuck() {
    outbox.open(frame("welcome"));

    clock.pass(Outbox.PATIENCE.minusMillis(1));
    assertThat(outbox.isStuck()).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(outbox.isStuck()).isTrue();
  }

  @Test
  void aDeviceThatTakesABitNowAndThenButNeverDrainsIsStuckToo() {
    outbox.open(frame("welcome"));
    offer(Outbox.MAX_FRAMES + 1);

    for (int i = 0; i < 5; i++) {
      clock.pass(Duration.ofSeconds(2));
      socket.take();
    }

    assertThat(outbox.isStuck()).isTrue();
  }

  @Test
  void aQuietDeviceIsNeverStuck() {
    outbox.open(frame("welcome"));
    socket.takeAll();

    clock.pass(Duration.ofHours(1));

    assertThat(outbox.isStuck()).isFalse();
  }

  @Test
  void nothingGoesOutAfterTheEnd() {
    outbox.open(frame("welcome"));
    outbox.offer(frame("waiting"));

    outbox.close();
    socket.take();
    outbox.offer(frame("late"));

    assertThat(socket.sent).containsExactly("welcome");
  }

  @Test
  void nothingGoesOutOverABrokenSocket() {
    outbox.open(frame("welcome"));
    outbox.offer(frame("waiting"));

    socket.breakDown();

    assertThat(socket.sent).containsExactly("welcome");
    assertThat(outbox.isStuck()).isFalse();
  }

  private void offer(int frames) {
    IntStream.range(0, frames).forEach(i -> outbox.offer(frame("push " + i)));
  }

  private static Encoded frame(String text) {
    return new Encoded(text, text.length());
  }
}
