package charla.server.web;

import charla.server.live.Socket;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** A Jetty WebSocket as a {@link Socket}. */
record JettySocket(Session session) implements Socket {
  @Override
  public void send(String text, Sent sent) {
    session.sendText(text, Callback.from(sent::done, problem -> sent.failed()));
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
