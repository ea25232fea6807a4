package charla.server.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one device: at most 256 frames or 1 MiB, one of them under way. When more comes
 * than fits it is dropped, because every push is only a hint; once the device has taken what was
 * waiting it is told to catch up. Safe for any thread.
 */
final class Outbox implements Socket.Sent {
  static final int MAX_FRAMES = 256;
  static final int MAX_BYTES = 1024 * 1024;
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Socket socket;
  private final LongSupplier nanoTime;
  private final Runnable drainedAfterLoss;
  private final Deque<Encoded> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private State state = State.HELD;
  private @Nullable Long sendingSince;
  private @Nullable Long lossySince;

  private enum State {
    /** Collects, until the first frame is there. */
    HELD,
    OPEN,
    CLOSED
  }

  /**
   * @param nanoTime a clock that never jumps, in nanoseconds
   * @param drainedAfterLoss called when frames were dropped and all others have left; must return
   *     at once
   */
  Outbox(Socket socket, LongSupplier nanoTime, Runnable drainedAfterLoss) {
    this.socket = socket;
    this.nanoTime = nanoTime;
    this.drainedAfterLoss = drainedAfterLoss;
  }

  /** Sends this before all that has come so far, and from now on what comes. */
  void open(Encoded first) {
    synchronized (this) {
      if (state != State.HELD) {
        return;
      }
      state = State.OPEN;
      waiting.addFirst(first);
      waitingBytes += first.bytes();
    }
    sendNext();
  }

  void offer(Encoded frame) {
    synchronized (this) {
      if (state == State.CLOSED || lossySince != null) {
        return;
      }
      if (waiting.size() >= MAX_FRAMES || waitingBytes + frame.bytes() > MAX_BYTES) {
        lossySince = nanoTime.getAsLong();
        return;
      }
      waiting.add(frame);
      waitingBytes += frame.bytes();
    }
    sendNext();
  }

  /** Drops what waits; nothing is sent any more. */
  synchronized void close() {
    state = State.CLOSED;
    waiting.clear();
    waitingBytes = 0;
  }

  /** Whether one frame has been under way, or a loss not made good, for ten seconds. */
  synchronized boolean isStuck() {
    return state == State.OPEN && (isLongAgo(sendingSince) || isLongAgo(lossySince));
  }

  @Override
  public void done() {
    synchronized (this) {
      sendingSince = null;
    }
    sendNext();
  }

  /** The socket is broken and will say so itself. */
  @Override
  public void failed() {
    close();
  }

  private void sendNext() {
    Encoded next;
    synchronized (this) {
      if (state != State.OPEN || sendingSince != null) {
        return;
      }
      next = waiting.poll();
      if (next != null) {
        waitingBytes -= next.bytes();
        sendingSince = nanoTime.getAsLong();
      } else if (lossySince == null) {
        return;
      } else {
        // From here on frames are kept again, so what the device now reads up to has no gap.
        lossySince = null;
      }
    }
    if (next == null) {
      drainedAfterLoss.run();
    } else {
      socket.send(next.text(), this);
    }
  }

  private boolean isLongAgo(@Nullable Long since) {
    return since != null && nanoTime.getAsLong() - since >= PATIENCE.toNanos();
  }
}
