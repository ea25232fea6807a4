package charla.client.net;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open WebSocket. A thread of its own writes, since a write blocks while the network does. It
 * needs no bound: a line on which nothing is answered is given up within half a minute.
 */
final class TyrusLine implements Transport.Line {
  private static final Logger LOG = LoggerFactory.getLogger(TyrusLine.class);

  private final Session session;
  private final BlockingQueue<String> toSend = new LinkedBlockingQueue<>();
  private final Thread writer;

  TyrusLine(Session session) {
    this.session = session;
    this.writer = Thread.ofVirtual().name("live-writer").start(this::write);
  }

  @Override
  public void send(String text) {
    toSend.add(text);
  }

  @Override
  public void close() {
    writer.interrupt();
    Thread.ofVirtual().name("live-closer").start(this::sayGoodbye);
  }

  private void write() {
    try {
      while (session.isOpen()) {
        session.getBasicRemote().sendText(toSend.take());
      }
    } catch (InterruptedException | IOException | RuntimeException e) {
      // Whoever closed it knows; a broken one is reported by its reading side or by silence. Tyrus
      // throws this and that when a session ends while it is written to.
      LOG.debug("the live connection is written to no more", e);
    }
  }

  private void sayGoodbye() {
    try {
      session.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
    } catch (IOException | RuntimeException e) {
      LOG.debug("the live connection was gone already", e);
    }
  }
}
