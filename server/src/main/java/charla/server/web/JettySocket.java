package charla.server.web;

import charla.protocol.Limits;
import charla.server.live.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** A Jetty WebSocket as a {@link Socket}. */
record JettySocket(Session session) implements Socket {
  /** Jetty sends no frame that is larger than what it takes; UTF-8 may triple the length. */
  private static final int PIECE = Limits.FRAME_BYTES / 3;

  @Override
  public void send(String text, Sent sent) {
    sendFrom(0, text, sent);
  }

  private void sendFrom(int begin, String text, Sent sent) {
    int end = pieceEnd(begin, text);
    boolean last = end == text.length();
    Runnable next = secondOfTwo(last ? sent::done : () -> sendFrom(end, text, sent));
    session.sendPartialText(
        text.substring(begin, end), last, Callback.from(next, problem -> broken(sent)));
    next.run();
  }

  /**
   * Jetty notes the end of a message only after it has handed the last piece over, which may have
   * arrived by then: what comes next has to wait for both, or it is refused as a piece of no
   * message.
   */
  private static Runnable secondOfTwo(Runnable action) {
    AtomicBoolean first = new AtomicBoolean(true);
    return () -> {
      if (!first.getAndSet(false)) {
        action.run();
      }
    };
  }

  /** A line on which one frame failed carries no other: the device has to notice and come back. */
  private void broken(Sent sent) {
    sent.failed();
    session.disconnect();
  }

  /** Never in the middle of a character. */
  private static int pieceEnd(int begin, String text) {
    int end = Math.min(begin + PIECE, text.length());
    return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  @Override
  public void close(int closeCode) {
    session.close(closeCode, null, Callback.NOOP);
  }

  @Override
  public void abort() {
    session.disconnect();
  }
}
