package charla.server;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownWordsTest {
  private static final Fingerprint ONE = new Fingerprint("1".repeat(64));
  private static final Fingerprint OTHER = new Fingerprint("2".repeat(64));

  @TempDir private Path folder;

  @Test
  void wordsAreKeptForTheNextStart() throws IOException {
    KnownWords known = KnownWords.in(folder);

    assertThat(known.of(ONE)).isEqualTo(ONE.words());
    assertThat(Files.readString(known.file())).contains(ONE.words());
    assertThat(known.of(ONE)).isEqualTo(ONE.words());
  }

  @Test
  void x2WordsOfAnotherAuthorityAreNotShown() {
    KnownWords known = KnownWords.in(folder);
    known.of(OTHER);

    assertThat(known.of(ONE)).isEqualTo(ONE.words());
  }

  @Test
  void aDamagedFileIsMadeAnew() throws IOException {
    KnownWords known = KnownWords.in(folder);
    Files.writeString(known.file(), "");

    assertThat(known.of(ONE)).isEqualTo(ONE.words());
    assertThat(Files.readAllLines(known.file())).hasSize(7);
  }
}
