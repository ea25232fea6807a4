package charla.server;

import charla.protocol.Fingerprint;
import charla.protocol.InviteLink;
import charla.protocol.Limits;
import charla.protocol.ServerInfo;
import charla.server.account.AccountServices;
import charla.server.call.Calling;
import charla.server.call.Devices;
import charla.server.call.IceServers;
import charla.server.call.Scheduler;
import charla.server.chat.Chat;
import charla.server.live.Connections;
import charla.server.store.Store;
import charla.server.web.Listen;
import charla.server.web.Pace;
import charla.server.web.Services;
import charla.server.web.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server: builds all parts in order and takes them down in reverse. Started and closed by
 * one thread.
 */
public final class CharlaServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CharlaServer.class);

  private final ServerConfig config;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Clock clock = Clock.systemUTC();
  private final Identity identity;
  private final CompletableFuture<List<String>> words;
  private final AccountServices accounts;
  private final WebServer web;

  /**
   * Returns when requests are answered.
   *
   * @throws CannotStart with a sentence for the person who starts it
   */
  public static CharlaServer start(ServerConfig config) {
    return start(config, AccountServices.Settings.HASHING_COST);
  }

  /**
   * The same with cheaper passwords, for tests that make many accounts.
   *
   * @param hashingCost of bcrypt, 4 to 30
   */
  public static CharlaServer start(ServerConfig config, int hashingCost) {
    return new CharlaServer(config, hashingCost);
  }

  private CharlaServer(ServerConfig config, int hashingCost) {
    this.config = config;
    try {
      DataFolder folder = opened(DataFolder.take(config.dataDir()));
      // Keys, and words that are slow to reckon: made while the rest starts.
      Executor aside = opened(Executors.newVirtualThreadPerTaskExecutor());
      CompletableFuture<Identity> making =
          CompletableFuture.supplyAsync(() -> Identity.of(config, folder.path(), clock), aside);
      words = making.thenApplyAsync(made -> words(made, folder.path()), aside);
      Store store = opened(Stores.open(config, folder.path(), clock));
      identity = made(making);
      Connections connections =
          new Connections(
              Connections.Caps.DEFAULT,
              opened(Executors.newVirtualThreadPerTaskExecutor()),
              System::nanoTime);
      accounts = Stores.accounts(store, connections, config, hashingCost, clock);
      Chat chat =
          Chat.over(
              store.accounts(),
              store.conversations(),
              store.messages(),
              connections,
              clock,
              System::nanoTime);
      Calling calling = calling(store, chat, connections);
      Services services = new Services(accounts, chat, calling, connections, store, this::info);
      web =
          opened(
              new WebServer(
                  new Listen(config.listen(), config.port(), identity.tls().orElse(null)),
                  services,
                  Pace.usual(System::nanoTime),
                  System::nanoTime));
      web.start();
      keepHouse();
    } catch (RuntimeException e) {
      close();
      throw Failures.sentence(e, config);
    }
  }

  /** The port that is listened on, also when a free one was asked for. */
  public int port() {
    return web.port();
  }

  /** What clients pin and people compare; empty where nobody needs to be asked, or without TLS. */
  public Optional<Fingerprint> authority() {
    return identity.authority().map(Fingerprint::of);
  }

  /** The authority's name in six words, for people; empty where there is no authority. */
  public List<String> words() {
    return made(words);
  }

  /** Where others find this server: the first name that was given, else this machine's. */
  public InviteLink invite() {
    return new InviteLink(config.host(), port(), authority(), Optional.empty());
  }

  /** Sends everybody off, finishes what is being written, and lets go of the data folder. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.error("{} did not close", part.getClass().getSimpleName(), e);
      }
    }
  }

  private static List<String> words(Identity identity, Path folder) {
    return identity
        .authority()
        .map(Fingerprint::of)
        .map(KnownWords.in(folder)::of)
        .orElse(List.of());
  }

  /** Waits for it; throws what the making of it threw. */
  private static <T> T made(CompletableFuture<T> making) {
    try {
      return making.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private Calling calling(Store store, Chat chat, Connections connections) {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("call-timer").factory());
    timer.setRemoveOnCancelPolicy(true);
    // Calls outlive a restart: what was to be looked at later is looked at by the next run.
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    Scheduler scheduler =
        Scheduler.of(opened(timer), opened(Executors.newVirtualThreadPerTaskExecutor()));
    return Calling.over(
        new Calling.Ports(
            store.calls(),
            store.accounts(),
            store.sessions(),
            store.conversations(),
            chat.callLog()),
        Devices.of(connections),
        new IceServers(config.iceServers(), clock, new SecureRandom()),
        new Calling.Time(clock, System::nanoTime, scheduler));
  }

  private ServerInfo info() {
    return new ServerInfo(
        ServerInfo.PRODUCT,
        Version.current(),
        Limits.API_VERSION,
        config.title(),
        accounts.registration().policy(),
        accounts.registration().isEmpty());
  }

  private void keepHouse() {
    ScheduledExecutorService timer =
        opened(
            Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("housekeeping").factory()));
    var _ = timer.scheduleWithFixedDelay(logged(accounts.forgetting()), 1, 60, TimeUnit.MINUTES);
    var _ = timer.scheduleWithFixedDelay(logged(this::renewCertificate), 1, 24, TimeUnit.HOURS);
  }

  private void renewCertificate() {
    try {
      identity.renewWhenDue().ifPresent(web::renewTls);
    } catch (IOException e) {
      LOG.error("The server certificate could not be renewed", e);
    }
  }

  /** A task that fails must not stop its timer. */
  private static Runnable logged(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.error("Housekeeping failed and is tried again", e);
      }
    };
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }
}
