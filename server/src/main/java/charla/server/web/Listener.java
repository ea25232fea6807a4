package charla.server.web;

import io.javalin.config.JettyConfig;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty as we want it: TLS, limits on connections, no pages of its own, virtual threads. */
final class Listener {
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration IDLE_AT_STOP = Duration.ofMillis(100);

  /** Jetty's own defaults. */
  private static final int MOST_THREADS = 200;

  private static final int LEAST_THREADS = 8;

  private final Listen listen;
  private final SlowHeads slowHeads;
  private final AddressCap addressCap;
  private final int mostConnections;
  private final SslContextFactory.@Nullable Server tls;
  private @Nullable ServerConnector connector;

  Listener(Listen listen, SlowHeads slowHeads, AddressCap addressCap, int mostConnections) {
    this.listen = listen;
    this.slowHeads = slowHeads;
    this.addressCap = addressCap;
    this.mostConnections = mostConnections;
    this.tls = listen.tls() == null ? null : tls(listen.tls());
  }

  /**
   * @param stopWithin how long requests under way may take when the server stops
   */
  void configure(JettyConfig jetty, Duration stopWithin) {
    jetty.threadPool = threads();
    jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.DEFAULT));
    jetty.modifyServer(server -> {
      server.setErrorHandler(new JettyErrors());
      server.setStopTimeout(stopWithin.toMillis());
      server.insertHandler(new GracefulHandler());
      server.insertHandler(slowHeads);
    });
    jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyErrors()));
    jetty.addConnector(this::connect);
  }

  /** New connections get this certificate; those that are there keep theirs. */
  void renew(SSLContext context) {
    if (tls == null) {
      throw new IllegalStateException("there is no TLS here");
    }
    try {
      tls.reload(factory -> factory.setSslContext(context));
    } catch (Exception e) {
      throw new IllegalArgumentException("this certificate cannot be shown", e);
    }
  }

  /** Closes the port; connections that are there stay. */
  void stopAccepting() {
    if (connector != null) {
      connector.close();
    }
  }

  private Connector connect(Server server, HttpConfiguration configuration) {
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    connector =
        tls == null
            ? new ServerConnector(server, http)
            : new ServerConnector(server, new SslConnectionFactory(tls, http.getProtocol()), http);
    connector.setHost(listen.host());
    connector.setPort(listen.port());
    connector.setIdleTimeout(IDLE.toMillis());
    // A stop need not wait longer for connections on which nothing is asked.
    connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
    connector.addBean(slowHeads);
    connector.addBean(addressCap);
    server.addBean(new NetworkConnectionLimit(mostConnections, connector));
    return connector;
  }

  /**
   * Only accepting and selecting is done on the pool's own threads. Jetty's own kind of queue
   * starts all of JMX to learn how wide the processor's cache is: a tenth of the whole start.
   */
  private static QueuedThreadPool threads() {
    QueuedThreadPool threads =
        new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, new LinkedBlockingQueue<>());
    threads.setName("web");
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    return threads;
  }

  private static SslContextFactory.Server tls(Listen.Tls wanted) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setSslContext(wanted.context());
    factory.setIncludeProtocols(wanted.protocols().toArray(String[]::new));
    factory.setRenegotiationAllowed(false);
    return factory;
  }
}
