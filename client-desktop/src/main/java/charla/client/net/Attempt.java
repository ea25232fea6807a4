package charla.client.net;

import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.protocol.ClientFrame;
import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import charla.protocol.Wire;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection from its first try to its end, which asks every 15 s whether the server is still
 * there. {@link #open} and what the transport calls take the lock that it was given; for all else
 * the caller holds it.
 */
final class Attempt implements Transport.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  /** So long the answer to a probe may take; who is only slow is connected anew for nothing. */
  static final Duration PROBED_WITHIN = Duration.ofMillis(1_500);

  /** So long opening may take: a line that went silent meanwhile says nothing. */
  private static final Duration OPEN_WITHIN = Duration.ofSeconds(15);

  /** Whose attempt it is. Called without the lock, on any thread. */
  interface Owner {
    void frame(Attempt from, ServerFrame frame);

    void failed(Attempt attempt, Problem problem);
  }

  private final Object lock;
  private final Owner owner;
  private final String server;
  private final Transport transport;
  private final Supplier<?> network;
  private final Alarm alarm;
  private Transport.@Nullable Line line;
  private @Nullable Thread opening;
  private boolean welcomed;
  private boolean probed;
  private boolean over;

  /** What the network looked like when the server was last known to be there. */
  private @Nullable Object networkBefore;

  private @Nullable Object networkSeen;

  Attempt(
      Object lock,
      Owner owner,
      String server,
      Transport transport,
      Scheduler scheduler,
      Supplier<?> network) {
    this.lock = lock;
    this.owner = owner;
    this.server = server;
    this.transport = transport;
    this.network = network;
    this.alarm = new Alarm(scheduler);
  }

  /** Blocks until there is a connection or none. */
  void open() {
    Object networkNow = network.get();
    synchronized (lock) {
      networkBefore = networkNow;
      networkSeen = networkNow;
      opening = Thread.currentThread();
      alarm.set(OPEN_WITHIN, this::silent);
    }
    try {
      transport.open(this);
      noLongerOpening();
    } catch (ProblemException e) {
      noLongerOpening();
      owner.failed(this, e.problem());
    }
  }

  private void noLongerOpening() {
    synchronized (lock) {
      opening = null;
    }
  }

  @Override
  public void opened(Transport.Line open) {
    synchronized (lock) {
      if (over) {
        open.close();
        return;
      }
      line = open;
      alarm.set(Limits.PONG_WITHIN, this::silent);
    }
  }

  @Override
  public void text(String text) {
    ServerFrame frame;
    try {
      frame = Wire.read(text, ServerFrame.class);
    } catch (Wire.MalformedException e) {
      LOG.warn("a frame that cannot be read is ignored");
      return;
    }
    owner.frame(this, frame);
  }

  @Override
  public void closed(int closeCode) {
    owner.failed(this, Failures.ofClose(closeCode, server));
  }

  /** False before the server's welcome. */
  boolean send(ClientFrame frame) {
    if (!welcomed || line == null) {
      return false;
    }
    line.send(Wire.write(frame));
    return true;
  }

  /** What a frame says of the connection itself. */
  void heard(ServerFrame frame) {
    switch (frame) {
      case ServerFrame.Welcome _ -> {
        welcomed = true;
        pingLater();
      }
      case ServerFrame.Pong _ -> {
        probed = false;
        networkBefore = networkSeen;
        pingLater();
      }
      default -> {}
    }
  }

  /** Probes where the network is another one. */
  void look(Object networkNow) {
    networkSeen = networkNow;
    if (!networkNow.equals(networkBefore)) {
      probe();
    }
  }

  /**
   * Asks now, with little patience, which another question must not prolong; before the welcome
   * there is nobody to ask.
   */
  void probe() {
    if (welcomed && !probed) {
      probed = true;
      ping(PROBED_WITHIN);
    }
  }

  @Nullable Object network() {
    return networkBefore;
  }

  /** Sends nothing more, hears nothing more. */
  void end() {
    over = true;
    alarm.cancel();
    if (opening != null) {
      opening.interrupt();
    }
    if (line != null) {
      line.close();
    }
  }

  private void pingLater() {
    alarm.set(
        Limits.PING_EVERY,
        () -> {
          synchronized (lock) {
            ping(Limits.PONG_WITHIN);
          }
        });
  }

  private void ping(Duration patience) {
    if (!over && line != null) {
      line.send(Wire.write(new ClientFrame.Ping()));
      alarm.set(patience, this::silent);
    }
  }

  private void silent() {
    owner.failed(this, new Problem.Unreachable(server));
  }
}
