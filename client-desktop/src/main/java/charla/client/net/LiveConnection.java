package charla.client.net;

import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.protocol.ClientFrame;
import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import charla.protocol.Wire;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one live connection: opens it, asks every 15 s whether the server is still there, and opens
 * it again when it is not, until it is closed or the server says that it is of no use. Frames are
 * read off the FX thread and handed over to it in order, with one hop each.
 */
public final class LiveConnection implements Live {
  private static final Logger LOG = LoggerFactory.getLogger(LiveConnection.class);

  /** So long opening may take: a line that went silent meanwhile says nothing. */
  private static final Duration OPEN_WITHIN = Duration.ofSeconds(15);

  /**
   * So long the answer to a probe may take; a line that is only slow is opened again for nothing.
   */
  static final Duration PROBED_WITHIN = Duration.ofMillis(1_500);

  /** So many frames may wait for the FX thread; then the server has to wait. */
  private static final int UNHANDLED_MAX = 1_000;

  private final String server;
  private final Transport transport;
  private final Threads threads;
  private final InstantSource clock;
  private final Supplier<?> network;
  private final Retry retry;
  private final SleepWatch sleep;
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
  }

  @Override
  public synchronized void start(Listener newListener) {
    listener = newListener;
    sleep.start();
    connect();
  }

  @Override
  public synchronized boolean send(ClientFrame frame) {
    if (current == null || !current.welcomed || current.line == null) {
      return false;
    }
    current.line.send(Wire.write(frame));
    return true;
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
    retry.cancel();
    if (current != null) {
      current.end();
      current = null;
    }
  }

  private void connect() {
    retry.cancel();
    Attempt attempt = new Attempt();
    current = attempt;
    tell(new LinkState.Connecting(clock.instant()));
    threads.io().execute(attempt::open);
  }

  /** The attempt is over; what comes next depends on why. */
  private void ended(Attempt attempt, Problem problem) {
    if (current != attempt) {
      return;
    }
    attempt.end();
    current = null;
    if (Failures.isFinal(problem)) {
      tell(new LinkState.Stopped(problem));
      return;
    }
    Duration wait = retry.plan(attempt.networkBefore, this::connect);
    tell(new LinkState.Waiting(clock.instant().plus(wait), problem));
  }

  private void tell(LinkState state) {
    Listener to = listener;
    if (to != null) {
      threads.fx().execute(() -> to.state(state));
    }
  }

  /** One connection from its first try to its end; guarded by the connection it belongs to. */
  private final class Attempt implements Transport.Listener {
    private Transport.@Nullable Line line;
    private boolean over;
    private boolean welcomed;
    private final Alarm alarm = new Alarm(threads.scheduler());
    private @Nullable Thread opening;

    /** What the network looked like at the beginning. */
    private @Nullable Object networkBefore;

    void open() {
      Object networkNow = network.get();
      synchronized (LiveConnection.this) {
        networkBefore = networkNow;
        opening = Thread.currentThread();
        alarm.set(OPEN_WITHIN, this::silent);
      }
      try {
        transport.open(this);
        noLongerOpening();
      } catch (ProblemException e) {
        noLongerOpening();
        failed(e.problem());
      }
    }

    private void noLongerOpening() {
      synchronized (LiveConnection.this) {
        opening = null;
      }
    }

    @Override
    public void opened(Transport.Line open) {
      synchronized (LiveConnection.this) {
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
      unhandled.acquireUninterruptibly();
      if (!heard(frame)) {
        unhandled.release();
      }
    }

    @Override
    public void closed(int closeCode) {
      failed(Failures.ofClose(closeCode, server));
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

    private void failed(Problem problem) {
      synchronized (LiveConnection.this) {
        ended(this, problem);
      }
    }

    private boolean heard(ServerFrame frame) {
      synchronized (LiveConnection.this) {
        Listener to = listener;
        if (over || to == null) {
          return false;
        }
        switch (frame) {
          case ServerFrame.Welcome _ -> {
            welcomed = true;
            retry.reset();
            tell(new LinkState.Online());
            pingLater();
          }
          case ServerFrame.Pong _ -> pingLater();
          default -> {}
        }
        threads.fx().execute(() -> handle(to, frame));
        return true;
      }
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

    private void pingLater() {
      alarm.set(Limits.PING_EVERY, () -> ping(Limits.PONG_WITHIN));
    }

    /** While it is still opening there is nothing to ask. */
    void probe() {
      if (welcomed) {
        ping(PROBED_WITHIN);
      }
    }

    private void ping(Duration patience) {
      synchronized (LiveConnection.this) {
        if (!over && line != null) {
          line.send(Wire.write(new ClientFrame.Ping()));
          alarm.set(patience, this::silent);
        }
      }
    }

    private void silent() {
      failed(new Problem.Unreachable(server));
    }
  }
}
