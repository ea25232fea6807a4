package charla.client.call;

import charla.protocol.CallId;
import charla.protocol.ClientFrame;
import charla.protocol.ServerFrame;
import charla.protocol.Signal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the two devices of one call say to each other: numbered, so that all of it can be said again
 * after a connection was lost, and nothing is heard twice.
 */
final class Signalling {
  /** Two descriptions with all their candidates; older ones are of no use to anybody. */
  private static final int KEPT = 128;

  private final CallId id;
  private final Consumer<ClientFrame> send;
  private final Deque<ClientFrame> said = new ArrayDeque<>();
  private final Set<Long> heard = new HashSet<>();
  private long heardUpTo;
  private long lastHold;
  private long n;

  Signalling(CallId id, Consumer<ClientFrame> send) {
    this.id = id;
    this.send = send;
  }

  CallId id() {
    return id;
  }

  void say(Signal signal) {
    n++;
    ClientFrame frame = new ClientFrame.CallSignal(id, n, signal);
    said.add(frame);
    if (said.size() > KEPT) {
      said.removeFirst();
    }
    send.accept(frame);
  }

  /** Whether this is heard for the first time; the numbers may come in any order. */
  boolean isNews(ServerFrame.CallSignal signal) {
    return isNew(signal.n()) && !(signal.signal() instanceof Signal.Hold && isOutdated(signal.n()));
  }

  private boolean isNew(long number) {
    if (number <= heardUpTo || !heard.add(number)) {
      return false;
    }
    while (heard.remove(heardUpTo + 1)) {
      heardUpTo++;
    }
    return true;
  }

  /** Whether the other one has been on hold, or not, since then. */
  private boolean isOutdated(long number) {
    boolean outdated = number < lastHold;
    lastHold = Math.max(lastHold, number);
    return outdated;
  }

  /** On a new connection: the server drops what it has already. */
  void resume() {
    send.accept(new ClientFrame.ResumeCall(id, heardUpTo));
    said.forEach(send);
  }
}
