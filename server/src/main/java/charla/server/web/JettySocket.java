package charla.server.web;

import charla.protocol.Limits;
import charla.server.live.Socket;
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
    Runnable next = last ? sent::done : () -> sendFrom(end, text, sent);
    session.sendPartialText(
        text.substring(begin, end), last, Callback.from(next, problem -> sent.failed()));
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
