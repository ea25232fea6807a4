package charla.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import charla.client.cache.AccountCache;
import charla.client.trust.ServerAddress;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeUpSessionTest {
  @TempDir private Path folder;
  private Profile profile;

  @BeforeEach
  void makeProfile() throws IOException {
    profile = Profile.in(folder);
  }

  @Test
  void theNextStartFindsSomebodyWithConversations() throws Exception {
    new MadeUpSession().keepIn(profile);

    KeptSession kept = KeptSession.read(profile.session()).orElseThrow();
    ServerAddress server = kept.address();
    try (AccountCache cache = AccountCache.open(profile.account(server, kept.me().user().id()))) {
      assertThat(cache.conversations().all()).hasSize(30);
    }
    assertThat(new TokenStore(profile.token(), new NoKeyring()).find("", kept.place())).isPresent();
  }

  @Test
  void itNeverTakesThePlaceOfSomebodyReal() throws IOException {
    Files.writeString(profile.session(), "somebody");

    assertThatThrownBy(() -> new MadeUpSession().keepIn(profile))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(profile.session()).hasContent("somebody");
  }
}
