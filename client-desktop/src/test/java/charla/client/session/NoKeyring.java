package charla.client.session;

import java.util.Optional;

/** As on a machine without a desktop. */
final class NoKeyring implements Keyring {
  @Override
  public void put(String account, String secret) throws UnavailableException {
    throw unavailable();
  }

  @Override
  public Optional<String> get(String account) throws UnavailableException {
    throw unavailable();
  }

  @Override
  public void remove(String account) throws UnavailableException {
    throw unavailable();
  }

  private static UnavailableException unavailable() {
    return new UnavailableException(new IllegalStateException("no keyring"));
  }
}
