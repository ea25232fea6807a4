package charla.client.session;

import charla.client.net.Token;
import charla.client.trust.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the token of the session from one run to the next: in the system's keyring, or where there
 * is none in a file that only its owner reads. Blocks; any thread but the FX thread.
 */
final class TokenStore {
  private static final Logger LOG = LoggerFactory.getLogger(TokenStore.class);

  private final Path file;
  private final Keyring keyring;

  TokenStore(Path file, Keyring keyring) {
    this.file = file;
    this.keyring = keyring;
  }

  /**
   * @param account what it is found by
   * @return where it is now
   */
  TokenPlace keep(String account, Token token) throws IOException {
    try {
      keyring.put(account, token.value());
      Files.deleteIfExists(file);
      return TokenPlace.KEYRING;
    } catch (Keyring.UnavailableException e) {
      LOG.info("there is no keyring, the session is kept in a file: {}", String.valueOf(e));
      PrivateFiles.write(file, token.value().getBytes(StandardCharsets.UTF_8));
      return TokenPlace.FILE;
    }
  }

  Optional<Token> find(String account, TokenPlace place) throws IOException {
    return switch (place) {
      case MEMORY -> Optional.empty();
      case KEYRING -> inKeyring(account);
      case FILE ->
          Files.exists(file)
              ? Optional.of(new Token(Files.readString(file).strip()))
              : Optional.empty();
    };
  }

  void forget(String account, TokenPlace place) throws IOException {
    Files.deleteIfExists(file);
    if (place == TokenPlace.KEYRING) {
      try {
        keyring.remove(account);
      } catch (Keyring.UnavailableException e) {
        LOG.warn("the keyring kept a session that is over", e);
      }
    }
  }

  private Optional<Token> inKeyring(String account) {
    try {
      return keyring.get(account).map(Token::new);
    } catch (Keyring.UnavailableException e) {
      LOG.warn("the keyring does not give the session", e);
      return Optional.empty();
    }
  }
}
