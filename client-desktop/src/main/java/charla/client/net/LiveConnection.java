package charla.client.net;

import charla.client.notice.Problem;
import charla.protocol.ClientFrame;
import charla.protocol.ServerFrame;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one live connection: opens it, and opens it again when the server is not there any more,
 * until it is closed or the server says that it is of no use. Frames are read off the FX thread and
 * handed over to it in order, with one hop each.
 */
public final class LiveConnection implements Live {
  /** A network that is another one may have taken the connection with it, which says nothing. */
  private static final Duration LOOK_AT_NETWORK_EVERY = Duration.ofSeconds(5);

  /** So many frames may wait for the FX thread; then the server has to wait. */
  private static final int UNHANDLED_MAX = 1_000;

  private final String server;
  private final Transport transport;
  private final Threads threads;
  private final InstantSource clock;
  private final Supplier<?> network;
  private final Retry retry;
  private final SleepWatch sleep;
  private final Repeating looking;
  private final Semaphore unhandled = new Semaphore(UNHANDLED_MAX);

  // All below is changed under this object's lock.
  private @Nullable Listener listener;
  private @Nullable Attempt current;
  private volatile boolean closed;

  /**
   * @param server as people know it, for problems
   * @param clock the time of day, which goes on while the computer sleeps
   * @param network what the network looks like now; when it changes waiting has an end
   */
  LiveConnection(
      String server,
      Transport transport,
      Threads threads,
      InstantSource clock,
      RandomGenerator random,
      Supplier<?> network) {
    this.server = server;
    this.transport = transport;
    this.threads = threads;
    this.clock = clock;
    this.network = network;
    this.retry = new Retry(this, threads.scheduler(), random, network);
    this.sleep = new SleepWatch(threads.scheduler(), clock, this::probe);
    this.looking = new Repeating(threads.scheduler(), LOOK_AT_NETWORK_EVERY, this::look);
  }

  @Override
  public synchronized void start(Listener newListener) {
    listener = newListener;
    sleep.start();
    looking.start();
    connect();
  }

  @Override
  public synchronized boolean send(ClientFrame frame) {
    return current != null && current.send(frame);
  }

  @Override
  public synchronized void retryNow() {
    if (closed || listener == null || current != null) {
      return;
    }
    retry.reset();
    connect();
  }

  @Override
  public synchronized void probe() {
    if (current == null) {
      retry.hurry();
    } else {
      current.probe();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    sleep.stop();
    looking.stop();
    retry.cancel();
    if (current != null) {
      current.end();
      current = null;
    }
  }

  private void look() {
    Object networkNow = network.get();
    synchronized (this) {
      if (current != null) {
        current.look(networkNow);
      }
    }
  }

  private void connect() {
    retry.cancel();
    Attempt attempt =
        new Attempt(this, new Keeper(), server, transport, threads.scheduler(), network);
    current = attempt;
    tell(new LinkState.Connecting(clock.instant()));
    threads.io().execute(attempt::open);
  }

  /** The attempt is over; what comes next depends on why. */
  private void ended(Attempt attempt, Problem problem) {
    attempt.end();
    current = null;
    if (Failures.isFinal(problem)) {
      tell(new LinkState.Stopped(problem));
      return;
    }
    Duration wait = retry.plan(attempt.network(), this::connect);
    tell(new LinkState.Waiting(clock.instant().plus(wait), problem));
  }

  private synchronized boolean handOver(Attempt from, ServerFrame frame) {
    Listener to = listener;
    if (current != from || to == null) {
      return false;
    }
    from.heard(frame);
    if (frame instanceof ServerFrame.Welcome) {
      retry.reset();
      tell(new LinkState.Online());
    }
    threads.fx().execute(() -> handle(to, frame));
    return true;
  }

  private void handle(Listener to, ServerFrame frame) {
    try {
      if (!closed) {
        to.frame(frame);
      }
    } finally {
      unhandled.release();
    }
  }

  private void tell(LinkState state) {
    Listener to = listener;
    if (to != null) {
      threads.fx().execute(() -> to.state(state));
    }
  }

  /** What the attempt at hand brings; others are over and not heard. */
  private final class Keeper implements Attempt.Owner {
    @Override
    public void frame(Attempt from, ServerFrame frame) {
      unhandled.acquireUninterruptibly();
      if (!handOver(from, frame)) {
        unhandled.release();
      }
    }

    @Override
    public void failed(Attempt attempt, Problem problem) {
      synchronized (LiveConnection.this) {
        if (current == attempt) {
          ended(attempt, problem);
        }
      }
    }
  }
}
