package charla.server.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Cuts connections on which the head of a request trickles in: Jetty's own time-out starts again at
 * every byte. A connection that rests between two requests is left to that time-out.
 */
final class SlowHeads extends Handler.Wrapper implements Connection.Listener {
  private final Duration limit;
  private final LongSupplier nanoTime;
  private final Map<Connection, Head> awaited = new ConcurrentHashMap<>();

  /**
   * Where a connection waits for a head.
   *
   * @param bytesAtRest what had come when the last request was done
   * @param since when the head began; null while nothing of it came
   */
  private record Head(long bytesAtRest, @Nullable Long since) {}

  SlowHeads(Duration limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof ConnectionMetaData) {
      awaited.put(connection, new Head(0, nanoTime.getAsLong()));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    awaited.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    awaited.remove(connection);
    Request.addCompletionListener(request, problem -> rest(connection));
    return super.handle(request, response, callback);
  }

  /** To be called every second. */
  void sweep() {
    long now = nanoTime.getAsLong();
    awaited.forEach((connection, head) -> look(connection, head, now));
  }

  private void look(Connection connection, Head head, long now) {
    if (!isWaitedOn(connection)) {
      awaited.remove(connection);
    } else if (head.since() == null) {
      if (connection.getBytesIn() > head.bytesAtRest()) {
        awaited.replace(connection, head, new Head(head.bytesAtRest(), now));
      }
    } else if (now - head.since() >= limit.toNanos()) {
      connection.getEndPoint().close();
    }
  }

  private void rest(Connection connection) {
    if (isWaitedOn(connection)) {
      awaited.put(connection, new Head(connection.getBytesIn(), null));
    }
  }

  /** False once it is closed or has become a WebSocket. */
  private static boolean isWaitedOn(Connection connection) {
    return connection.getEndPoint().isOpen()
        && connection.equals(connection.getEndPoint().getConnection());
  }
}
