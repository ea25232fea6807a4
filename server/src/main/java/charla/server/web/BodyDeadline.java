package charla.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Cuts the connection of a body that trickles in: the whole of it has this long. */
final class BodyDeadline {
  private final Duration limit;
  private final ScheduledExecutorService scheduler;

  BodyDeadline(Duration limit, ScheduledExecutorService scheduler) {
    this.limit = limit;
    this.scheduler = scheduler;
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
    ScheduledFuture<?> cut =
        scheduler.schedule((Runnable) line::close, limit.toMillis(), TimeUnit.MILLISECONDS);
    return () -> cut.cancel(false);
  }
}
