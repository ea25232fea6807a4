package charla.server.web;

import charla.protocol.ClientFrame;
import charla.protocol.CloseCode;
import charla.protocol.Limits;
import charla.protocol.Wire;
import charla.server.account.Caller;
import charla.server.refusal.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket. Jetty calls from threads that must not wait, so everything is done on a virtual
 * thread; the next frame is asked for only when the one before is done with, so that a connection
 * has at most one unprocessed frame here and all others wait in the network.
 *
 * <p>Public only because Jetty finds the methods by reflection.
 */
public final class LiveSocket implements Session.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);

  private final Caller caller;
  private final String address;
  private final LiveDesk desk;
  private final Frames frames;
  private final Pace pace;
  private final LiveTasks tasks;

  private volatile @Nullable Session session;
  private volatile LiveDesk.@Nullable Visit visit;
  private boolean gone;

  /** What has come of a frame in pieces; only Jetty's one thread for this connection is here. */
  private final StringBuilder pieces = new StringBuilder();

  private int bytes;

  LiveSocket(
      Caller caller, String address, LiveDesk desk, Frames frames, Pace pace, LiveTasks tasks) {
    this.caller = caller;
    this.address = address;
    this.desk = desk;
    this.frames = frames;
    this.pace = pace;
    this.tasks = tasks;
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    session = opened;
    tasks.inbound(() -> enter(opened));
  }

  @Override
  public void onWebSocketPartialText(String piece, boolean last) {
    // Nothing is asked for, so nothing comes, before both are there.
    LiveDesk.Visit here = Objects.requireNonNull(visit);
    Session asked = Objects.requireNonNull(session);
    pieces.append(piece);
    bytes += piece.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.FRAME_BYTES) {
      desk.close(here, CloseCode.TOO_LARGE);
    } else if (last) {
      String text = pieces.toString();
      pieces.setLength(0);
      bytes = 0;
      tasks.inbound(() -> hear(here, asked, text));
    } else {
      countScrap(here);
      asked.demand();
    }
  }

  @Override
  public void onWebSocketPing(ByteBuffer payload) {
    LiveDesk.Visit here = Objects.requireNonNull(visit);
    Session asked = Objects.requireNonNull(session);
    countScrap(here);
    if (here.connection().isOpen()) {
      // The next one is asked for when this is answered: who does not read cannot pile up answers.
      asked.sendPong(payload, Callback.from(asked::demand, problem -> asked.demand()));
    } else {
      asked.demand();
    }
  }

  @Override
  public void onWebSocketPong(ByteBuffer payload) {
    countScrap(Objects.requireNonNull(visit));
    Objects.requireNonNull(session).demand();
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    desk.close(Objects.requireNonNull(visit), CloseCode.INVALID_FRAME);
  }

  @Override
  public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
    callback.succeed();
    tasks.parting(this::leave);
  }

  @Override
  public void onWebSocketError(Throwable problem) {
    LOG.debug("A live connection broke: {}", problem.toString());
  }

  private void enter(Session opened) {
    try {
      arrived(desk.receive(caller, address, new JettySocket(opened)));
      opened.demand();
    } catch (RuntimeException problem) {
      Failures.told(problem);
      opened.close(CloseCode.TRY_LATER, null, Callback.NOOP);
    }
  }

  private void arrived(LiveDesk.Visit arrived) {
    boolean alreadyGone;
    synchronized (this) {
      visit = arrived;
      alreadyGone = gone;
    }
    if (alreadyGone) {
      desk.seeOff(arrived);
    }
  }

  private void leave() {
    LiveDesk.Visit leaving;
    synchronized (this) {
      gone = true;
      leaving = visit;
    }
    if (leaving != null) {
      desk.seeOff(leaving);
    }
  }

  private void hear(LiveDesk.Visit here, Session asked, String text) {
    here.connection().heard();
    Duration pause = here.connection().isOpen() ? process(here, text) : Duration.ZERO;
    if (pause.isZero()) {
      asked.demand();
    } else {
      CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, tasks::inbound)
          .execute(asked::demand);
    }
  }

  /**
   * @return how long to wait before the next frame: who floods is read slowly
   */
  private Duration process(LiveDesk.Visit here, String text) {
    ClientFrame frame;
    try {
      frame = Wire.read(text, ClientFrame.class);
    } catch (Wire.MalformedException e) {
      desk.close(here, CloseCode.INVALID_FRAME);
      return Duration.ZERO;
    }
    try {
      pace.frames().take(caller.userId());
    } catch (Refusal tooMany) {
      frames.reject(here, frame, Failures.told(tooMany));
      return tooMany.retryAfter().orElse(Duration.ZERO);
    }
    frames.handle(here, frame);
    return Duration.ZERO;
  }

  /** What costs work but says nothing is welcome in small numbers only. */
  private void countScrap(LiveDesk.Visit here) {
    try {
      pace.scraps().take(caller.sessionId());
    } catch (Refusal tooMany) {
      desk.close(here, CloseCode.FLOOD);
    }
  }
}
