package charla.server.web;

import charla.protocol.ServerInfo;
import charla.server.account.AccountServices;
import charla.server.chat.Chat;
import charla.server.live.Connections;
import charla.server.sqlite.SqliteStore;
import charla.server.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A real server on a free port of this machine, over a real SQLite file. */
public final class TestServer implements AutoCloseable {
  private static final int QUICK_HASHING = 4;

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final List<TestClient> clients = new ArrayList<>();
  private final Store store;
  private final Connections connections;
  private final Chat chat;
  private final WebServer web;

  private TestServer(Path folder, Connections.Caps caps, Pace pace, Listen.@Nullable Tls tls) {
    Clock clock = Clock.systemUTC();
    store = SqliteStore.open(folder.resolve("charla.db"), clock);
    connections = new Connections(caps, background, System::nanoTime);
    AccountServices accounts =
        AccountServices.of(
            new AccountServices.Ports(
                store.accounts(), store.sessions(), store.signInFailures(), store.invites()),
            connections,
            new AccountServices.Settings(
                ServerInfo.Registration.OPEN, QUICK_HASHING, clock, new SecureRandom()));
    chat =
        Chat.over(
            store.accounts(),
            store.conversations(),
            store.messages(),
            connections,
            clock,
            System::nanoTime);
    web =
        new WebServer(
            new Listen("127.0.0.1", 0, tls),
            new Services(accounts, chat, connections, store, () -> info(accounts)),
            pace,
            System::nanoTime);
    web.start();
  }

  public static TestServer start(Path folder) {
    return start(folder, Connections.Caps.DEFAULT, Pace.usual(System::nanoTime));
  }

  public static TestServer start(Path folder, Connections.Caps caps, Pace pace) {
    return new TestServer(folder, caps, pace, null);
  }

  public static TestServer start(Path folder, Listen.Tls tls) {
    return new TestServer(folder, Connections.Caps.DEFAULT, Pace.usual(System::nanoTime), tls);
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
}
