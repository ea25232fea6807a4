package charla.client.session;

import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Secret Service or KWallet, Keychain, Credential Manager. Some of them ask the person or wait for
 * ever where there is no desktop, so each call has a thread of its own and a time limit.
 */
final class SystemKeyring implements Keyring {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String SERVICE = "Charla";

  /** One use of an open keyring. */
  @FunctionalInterface
  private interface Use<T> {
    T of(com.github.javakeyring.Keyring keyring) throws PasswordAccessException;
  }

  @Override
  public void put(String account, String secret) throws UnavailableException {
    within(() ->
        use(keyring -> {
          keyring.setPassword(SERVICE, account, secret);
          return true;
        }));
  }

  @Override
  public Optional<String> get(String account) throws UnavailableException {
    return within(() -> use(keyring -> Optional.of(keyring.getPassword(SERVICE, account))));
  }

  @Override
  public void remove(String account) throws UnavailableException {
    within(() ->
        use(keyring -> {
          keyring.deletePassword(SERVICE, account);
          return true;
        }));
  }

  private static <T> T use(Use<T> use) throws Exception {
    com.github.javakeyring.Keyring keyring = com.github.javakeyring.Keyring.create();
    try {
      return use.of(keyring);
    } finally {
      keyring.close();
    }
  }

  private static <T> T within(Callable<T> call) throws UnavailableException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread.ofPlatform().daemon().name("keyring").start(task);
    try {
      return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new UnavailableException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException(e);
    }
  }
}
