package charla.server.live;

import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One device that is connected now. Safe for any thread. */
public final class Connection {
  /** How long a good-bye may take before the line is cut. */
  static final Duration GOODBYE = Duration.ofSeconds(1);

  /** Who is on the line, from where. */
  public record Party(UserId userId, SessionId sessionId, String address) {}

  private final Party party;
  private final Socket socket;
  private final LongSupplier nanoTime;
  private final Outbox outbox;
  private volatile long heardAt;
  private @Nullable Long closingSince;

  /**
   * @param drainedAfterLoss as in {@link Outbox}
   */
  Connection(
      Party party, Socket socket, LongSupplier nanoTime, Consumer<Connection> drainedAfterLoss) {
    this.party = party;
    this.socket = socket;
    this.nanoTime = nanoTime;
    this.heardAt = nanoTime.getAsLong();
    this.outbox = new Outbox(socket, nanoTime, () -> drainedAfterLoss.accept(this));
  }

  public Party party() {
    return party;
  }

  /** Sends this before all that has been delivered so far. Until then everything waits. */
  public void open(ServerFrame first) {
    outbox.open(Encoded.of(first));
  }

  public void send(ServerFrame frame) {
    send(Encoded.of(frame));
  }

  void send(Encoded frame) {
    outbox.offer(frame);
  }

  /** Something came from this device. */
  public void heard() {
    heardAt = nanoTime.getAsLong();
  }

  /** For how long nothing has come. */
  Duration silence() {
    return Duration.ofNanos(nanoTime.getAsLong() - heardAt);
  }

  /** Whether frames still go in and out; false from the moment somebody closed it. */
  public synchronized boolean isOpen() {
    return closingSince == null;
  }

  /** Sends nothing more and says good-bye; the second call does nothing. */
  void close(int closeCode) {
    synchronized (this) {
      if (closingSince != null) {
        return;
      }
      closingSince = nanoTime.getAsLong();
    }
    outbox.close();
    socket.close(closeCode);
  }

  boolean isStuck() {
    return outbox.isStuck();
  }

  boolean isSilent() {
    return silence().compareTo(Limits.SILENCE) >= 0;
  }

  /** Cuts the line when the good-bye has not gone through in time. */
  void abortIfLingering() {
    Long since;
    synchronized (this) {
      since = closingSince;
    }
    if (since != null && nanoTime.getAsLong() - since >= GOODBYE.toNanos()) {
      socket.abort();
    }
  }
}
