package charla.server.web;

import charla.protocol.CloseCode;
import charla.server.live.Connections;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JsonMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's side of the wire: REST and WebSocket at one address. Started once, closed once, by
 * one thread.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  /** The whole head of a request, and the whole body, have this long each. */
  private static final Duration SLOWEST = Duration.ofSeconds(10);

  private static final Duration FINISH_WITHIN = Duration.ofSeconds(5);
  private static final Duration GOODBYE_WITHIN = Duration.ofSeconds(3);

  private final Services services;
  private final Pace pace;
  private final Door door;
  private final LiveTasks tasks = new LiveTasks();
  private final SlowHeads slowHeads;
  private final BodyDeadline bodyDeadline;
  private final Listener listener;
  private final Javalin javalin;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("web-timer").factory());

  /**
   * @param nanoTime a clock that never jumps, in nanoseconds
   */
  public WebServer(Listen listen, Services services, Pace pace, LongSupplier nanoTime) {
    this.services = services;
    this.pace = pace;
    this.door = new Door(services.accounts().sessions(), pace);
    this.slowHeads = new SlowHeads(SLOWEST, nanoTime);
    this.bodyDeadline = new BodyDeadline(SLOWEST, nanoTime);
    Connections.Caps caps = services.connections().caps();
    // One for the live connection of each device and one for its requests.
    this.listener =
        new Listener(listen, slowHeads, new AddressCap(2 * caps.perAddress()), 2 * caps.perNode());
    this.javalin = Javalin.create(this::configure);
  }

  /** Returns when the port is open. */
  public void start() {
    javalin.start();
    var _ = timer.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  public int port() {
    return javalin.port();
  }

  /** Shows this certificate from now on. */
  public void renewTls(SSLContext context) {
    listener.renew(context);
  }

  /**
   * Takes no more, finishes what is under way, and sends everybody off with {@link
   * CloseCode#SERVICE_RESTART}. Takes at most some seconds.
   */
  @Override
  public void close() {
    listener.stopAccepting();
    if (!tasks.finishInbound(FINISH_WITHIN)) {
      LOG.warn("Stopping although some live frames are not done after {}", FINISH_WITHIN);
    }
    services.connections().closeEverybody(CloseCode.SERVICE_RESTART);
    services.connections().awaitNone(GOODBYE_WITHIN);
    javalin.stop();
    tasks.close();
    timer.shutdownNow();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jsonMapper(new JsonMapper() {}); // Never asked: Wire reads and writes.
    config.router.javaLangErrorHandler(WebServer::refuse);
    listener.configure(config.jetty, FINISH_WITHIN);
    configureRoutes(config);
    configureLive(config);
  }

  private void configureRoutes(JavalinConfig config) {
    Router router = new Router(door, bodyDeadline);
    new ServerRoutes(services).register(router);
    new AccountRoutes(services.accounts(), services.chat().conversations()).register(router);
    new SessionRoutes(services.accounts().signIn(), services.accounts().sessions())
        .register(router);
    new PeopleRoutes(services.accounts().people(), services.chat().visibility()).register(router);
    new ConversationRoutes(services.chat().conversations()).register(router);
    new CallRoutes(services.calling().history()).register(router);
    router.register(config.routes);
  }

  private void configureLive(JavalinConfig config) {
    Connections connections = services.connections();
    LiveDesk desk =
        new LiveDesk(
            connections,
            services.accounts().sessions(),
            services.chat(),
            services.calling().broker(),
            services.store().epoch());
    Frames frames = new Frames(services.chat().service(), services.calling().broker(), desk);
    LiveEndpoint live =
        new LiveEndpoint(
            door,
            connections,
            (caller, address) -> new LiveSocket(caller, address, desk, frames, pace, tasks));
    live.register(config.routes);
    config.jetty.modifyWebSocketServletFactory(live::configure);
    config.jetty.modifyServletContextHandler(WebServer::forgetServletSessions);
  }

  /** Javalin begins one at each upgrade, with a cookie, and nothing needs it. */
  private static void forgetServletSessions(ServletContextHandler handler) {
    SessionHandler sessions = handler.getSessionHandler();
    sessions.setUsingCookies(false);
    sessions.setMaxInactiveInterval(1);
  }

  private void sweep() {
    try {
      services.connections().sweep();
      slowHeads.sweep();
      bodyDeadline.sweep();
    } catch (RuntimeException e) {
      LOG.error("Could not look after the connections", e);
    }
  }

  private static void refuse(HttpServletResponse response, Throwable problem) {
    Reply.refuse(response, Failures.told(problem));
  }
}
