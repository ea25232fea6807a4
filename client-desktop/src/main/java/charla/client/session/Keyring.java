package charla.client.session;

import java.util.Optional;

/** Port: the system's place for secrets. Blocks, some seconds at most. */
interface Keyring {
  /** There is none here, it is locked, or it does not answer. */
  final class UnavailableException extends Exception {
    UnavailableException(Throwable cause) {
      super(cause);
    }
  }

  void put(String account, String secret) throws UnavailableException;

  Optional<String> get(String account) throws UnavailableException;

  void remove(String account) throws UnavailableException;
}
