package charla.client.call.webrtc;

import static java.nio.charset.StandardCharsets.UTF_8;

import charla.client.call.AudioDevices.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to what changes at the sound server, also at the one that comes when this one goes. Runs
 * on a thread of its own until it is closed.
 */
final class PulseEvents implements Runnable, Running {
  private static final Logger LOG = LoggerFactory.getLogger(PulseEvents.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Levels and states change all the time; what there is, and its standard, does not. */
  private static final Pattern MATTERS =
      Pattern.compile(
          "Event '(new' on (sink|source|sink-input|source-output)|remove' on (sink|source)|change'"
              + " on server)( .*)?");

  private final BooleanSupplier there;
  private final Runnable changed;
  private final Runnable lost;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Process subscription;

  /**
   * @param there whether a sound server runs now
   * @param changed told on this one's thread, and once for each sound server that is found
   * @param lost told before that, when a sound server that was found has gone
   */
  PulseEvents(BooleanSupplier there, Runnable changed, Runnable lost) {
    this.there = there;
    this.changed = changed;
    this.lost = lost;
  }

  @Override
  public void run() {
    Duration pause = FIRST_PAUSE;
    do {
      if (there.getAsBoolean()) {
        follow();
        pause = FIRST_PAUSE;
      }
      pause = pause.multipliedBy(2);
      if (pause.compareTo(LONGEST_PAUSE) > 0) {
        pause = LONGEST_PAUSE;
      }
    } while (!isClosedWithin(pause));
  }

  @Override
  public synchronized void close() {
    closed.countDown();
    if (subscription != null) {
      subscription.destroy();
    }
  }

  /** Until the server ends. */
  private void follow() {
    try (var lines = subscribe().inputReader(UTF_8)) {
      changed.run();
      lines.lines().filter(line -> MATTERS.matcher(line).matches()).forEach(line -> changed.run());
      if (closed.getCount() > 0) {
        lost.run();
      }
      changed.run();
    } catch (UncheckedIOException | IOException e) {
      LOG.debug("PulseAudio is not watched for now", e);
    }
  }

  /** Whoever closes this meanwhile finds it, or is found by it. */
  private synchronized Process subscribe() throws IOException {
    Process started = Pactl.start(List.of("pactl", "subscribe"), ProcessBuilder.Redirect.PIPE);
    subscription = started;
    if (closed.getCount() == 0) {
      started.destroy();
    }
    return started;
  }

  private boolean isClosedWithin(Duration pause) {
    try {
      return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
