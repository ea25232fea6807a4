package charla.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.net.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T5: where the token is kept. */
class TokenStoreTest {
  private static final String ANA = "ana@home.lan:8443";
  private static final Token TOKEN = new Token("pV3cX0yqk1u8Gm5t");

  @TempDir Path folder;

  @Test
  void t5WithAKeyringNothingIsOnDisk() throws IOException {
    TokenStore tokens = new TokenStore(file(), new WorkingKeyring());

    assertThat(tokens.keep(ANA, TOKEN)).isEqualTo(TokenPlace.KEYRING);
    assertThat(file()).doesNotExist();
    assertThat(tokens.find(ANA, TokenPlace.KEYRING)).contains(TOKEN);

    tokens.forget(ANA, TokenPlace.KEYRING);
    assertThat(tokens.find(ANA, TokenPlace.KEYRING)).isEmpty();
  }

  @Test
  void t5AKeyringThatCameLaterTakesOver() throws IOException {
    new TokenStore(file(), new NoKeyring()).keep(ANA, TOKEN);
    assertThat(Files.readString(file())).isEqualTo(TOKEN.value());

    new TokenStore(file(), new WorkingKeyring()).keep(ANA, TOKEN);

    assertThat(file()).doesNotExist();
  }

  @Test
  void t5AKeyringThatIsLockedNowMeansSigningInAgain() throws IOException {
    TokenStore tokens = new TokenStore(file(), new NoKeyring());

    assertThat(tokens.find(ANA, TokenPlace.KEYRING)).isEmpty();
  }

  @Test
  void aTokenDoesNotShowItself() {
    assertThat(TOKEN.toString()).doesNotContain(TOKEN.value());
  }

  private Path file() {
    return folder.resolve("token");
  }

  private static final class WorkingKeyring implements Keyring {
    private final Map<String, String> secrets = new HashMap<>();

    @Override
    public void put(String account, String secret) {
      secrets.put(account, secret);
    }

    @Override
    public Optional<String> get(String account) {
      return Optional.ofNullable(secrets.get(account));
    }

    @Override
    public void remove(String account) {
      secrets.remove(account);
    }
  }
}
