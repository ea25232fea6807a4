package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ServerInfo;
import charla.server.account.AccountServices;
import charla.server.call.Calling;
import charla.server.call.Devices;
import charla.server.call.IceServers;
import charla.server.call.Scheduler;
import charla.server.chat.Chat;
import charla.server.live.Connections;
import charla.server.sqlite.SqliteStore;
import charla.server.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A real server on a free port of this machine, over a real SQLite file. */
public final class TestServer implements AutoCloseable {
  private static final int QUICK_HASHING = 4;

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final List<TestClient> clients = new ArrayList<>();

  /** Of who sends how much; apart, since a test may send more than is allowed in its time. */
  private final TestTime limits = new TestTime();

  private final TestTime deadlines = new TestTime();
  private final Store store;
  private final Connections connections;
  private final Chat chat;
  private final WebServer web;

  private TestServer(
      Path folder,
      Connections.Caps caps,
      Function<LongSupplier, Pace> pace,
      Listen.@Nullable Tls tls) {
    Clock clock = Clock.systemUTC();
    store = SqliteStore.open(folder.resolve("charla.db"), clock);
    connections = new Connections(caps, background, deadlines);
    AccountServices accounts =
        AccountServices.of(
            new AccountServices.Ports(
                store.accounts(), store.sessions(), store.signInFailures(), store.invites()),
            connections,
            new AccountServices.Settings(
                ServerInfo.Registration.OPEN, QUICK_HASHING, clock, new SecureRandom()));
    chat =
        Chat.over(
            store.accounts(), store.conversations(), store.messages(), connections, clock, limits);
    web =
        new WebServer(
            new Listen("127.0.0.1", 0, tls),
            new Services(accounts, chat, calling(clock), connections, store, () -> info(accounts)),
            pace.apply(limits),
            deadlines);
    web.start();
  }

  /** Calls wait in real time; what takes long is tried with the broker alone. */
  private Calling calling(Clock clock) {
    return Calling.over(
        new Calling.Ports(
            store.calls(),
            store.accounts(),
            store.sessions(),
            store.conversations(),
            chat.callLog()),
        Devices.of(connections),
        new IceServers(IceServers.Settings.NONE, clock, new SecureRandom()),
        new Calling.Time(clock, System::nanoTime, Scheduler.of(timer, background)));
  }

  public static TestServer start(Path folder) {
    return start(folder, Connections.Caps.DEFAULT);
  }

  public static TestServer start(Path folder, Connections.Caps caps) {
    return new TestServer(folder, caps, Pace::usual, null);
  }

  public static TestServer start(Path folder, Function<LongSupplier, Pace> pace) {
    return new TestServer(folder, Connections.Caps.DEFAULT, pace, null);
  }

  public static TestServer start(Path folder, Listen.Tls tls) {
    return new TestServer(folder, Connections.Caps.DEFAULT, Pace::usual, tls);
  }

  /** Lets this much time pass for all limits and deadlines of the server, at once. */
  public void pass(Duration duration) {
    limits.pass(duration);
    deadlines.pass(duration);
  }

  /** Lets everybody send as much more as they may in this much time; no deadline comes nearer. */
  public void allowMore(Duration duration) {
    limits.pass(duration);
  }

  /** From now on deadlines come nearer only by {@link #pass}, however slow this machine is. */
  public void stopDeadlines() {
    deadlines.stop();
  }

  /** That it still does its work for others. */
  public void assertWell() {
    assertThat(client().get("/health/ready").status()).isEqualTo(204);
  }

  public int port() {
    return web.port();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public Connections connections() {
    return connections;
  }

  public WebServer web() {
    return web;
  }

  /** Nobody yet. */
  public TestClient client() {
    TestClient client = new TestClient(uri());
    clients.add(client);
    return client;
  }

  /** A new person, signed in. */
  public TestClient register(String username) {
    TestClient client = client();
    client.register(username);
    return client;
  }

  /** A further device of this person, signed in. */
  public TestClient secondDevice(TestClient person) {
    TestClient client = client();
    client.signIn(person.username());
    return client;
  }

  @Override
  public void close() {
    web.close();
    clients.forEach(TestClient::close);
    timer.shutdownNow();
    background.close();
    store.close();
  }

  private static ServerInfo info(AccountServices accounts) {
    return new ServerInfo(
        ServerInfo.PRODUCT,
        "test",
        charla.protocol.Limits.API_VERSION,
        "Test",
        accounts.registration().policy(),
        accounts.registration().isEmpty());
  }

  /** The machine's own monotonic clock, that can be put forward and stopped. */
  private static final class TestTime implements LongSupplier {
    private final AtomicLong ahead = new AtomicLong();
    private volatile LongSupplier clock = System::nanoTime;

    void pass(Duration duration) {
      ahead.addAndGet(duration.toNanos());
    }

    void stop() {
      long now = clock.getAsLong();
      clock = () -> now;
    }

    @Override
    public long getAsLong() {
      return clock.getAsLong() + ahead.get();
    }
  }
}
