package charla.client.session;

import static org.awaitility.Awaitility.await;

import charla.client.chat.Conversations;
import charla.client.net.AppThreads;
import charla.client.net.Deaf;
import charla.client.net.Scheduler;
import charla.client.net.Threads;
import charla.client.notice.Outcome;
import charla.client.session.SessionService.Credentials;
import charla.client.session.SessionService.NewAccount;
import charla.client.trust.ServerAddress;
import charla.client.trust.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The app without its windows: all its threads, a profile of its own, no keyring. */
public final class TestApp implements AutoCloseable {
  public static final String PASSWORD = "seven green bicycles";

  /** As JavaFX does, it takes nothing more once it has ended. */
  private final ExecutorService fx =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("fx").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private final AppThreads threads = new AppThreads(fx);
  private final Profile profile;
  private final Trust trust;
  private final SessionService sessions;

  public TestApp(Path folder) throws IOException {
    this(folder, 1);
  }

  /**
   * @param haste so many times faster than usual goes every timer
   */
  public TestApp(Path folder, int haste) throws IOException {
    Threads usual = threads.threads();
    Scheduler hasty = (delay, task) -> usual.scheduler().after(delay.dividedBy(haste), task);
    profile = Profile.in(folder);
    trust = new Trust(profile.trust());
    sessions =
        new SessionService(
            profile,
            trust,
            new TokenStore(profile.token(), new NoKeyring()),
            "test",
            new Threads(usual.fx(), usual.disk(), usual.io(), hasty),
            InstantSource.system());
  }

  public Trust trust() {
    return trust;
  }

  public Profile profile() {
    return profile;
  }

  public SessionService sessions() {
    return sessions;
  }

  public SignedIn register(ServerAddress address, String username) {
    NewAccount account =
        new NewAccount(new Credentials(username, PASSWORD), username, Optional.empty());
    return success(
        this.<SignedIn>answer(
            answer -> sessions.register(address, account, Stay.SIGNED_IN, answer)));
  }

  public SignedIn signIn(ServerAddress address, String username, Stay stay) {
    return success(
        this.<SignedIn>answer(
            answer -> sessions.signIn(address, new Credentials(username, PASSWORD), stay, answer)));
  }

  public Conversations chats(SignedIn signedIn) {
    return onFx(() -> Conversations.start(signedIn, InstantSource.system(), new Deaf()));
  }

  /** Asks on the FX thread and waits for the answer. */
  public <T> Outcome<T> answer(Consumer<Consumer<Outcome<T>>> ask) {
    CompletableFuture<Outcome<T>> answer = new CompletableFuture<>();
    fx.execute(() -> ask.accept(answer::complete));
    return answer.join();
  }

  public <T> T onFx(Supplier<T> action) {
    return CompletableFuture.supplyAsync(action, fx).join();
  }

  public void runOnFx(Runnable action) {
    CompletableFuture.runAsync(action, fx).join();
  }

  /** Waits until something that the FX thread owns is so. */
  public void until(Supplier<Boolean> so) {
    until(Duration.ofSeconds(20), so);
  }

  public void until(Duration atMost, Supplier<Boolean> so) {
    await().atMost(atMost).pollInterval(Duration.ofMillis(20)).until(() -> onFx(so));
  }

  public static <T> T success(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Success<T>(T value) -> value;
      case Outcome.Failure<T> failure -> throw new AssertionError(failure.problem());
    };
  }

  @Override
  public void close() {
    threads.close();
    fx.shutdownNow();
  }
}
