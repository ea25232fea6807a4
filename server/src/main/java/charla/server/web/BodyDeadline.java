package charla.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Cuts the connection of a body that trickles in: the whole of it has this long. */
final class BodyDeadline {
  private final Duration limit;
  private final LongSupplier nanoTime;
  private final Map<EndPoint, Long> startedAt = new ConcurrentHashMap<>();

  BodyDeadline(Duration limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
  }

  /** While it is not closed the time runs. */
  interface Running extends AutoCloseable {
    @Override
    void close();
  }

  Running start(HttpServletRequest request) {
    EndPoint line =
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    startedAt.put(line, nanoTime.getAsLong());
    return () -> startedAt.remove(line);
  }

  /** To be called every second. */
  void sweep() {
    long now = nanoTime.getAsLong();
    startedAt.forEach((line, since) -> {
      if (now - since >= limit.toNanos()) {
        line.close();
      }
    });
  }
}
