package charla.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final Fingerprint ONE = new Fingerprint("0123456789abcdef".repeat(4));

  @Test
  void theSameAuthorityHasTheSameSixWords() {
    assertThat(ONE.words()).hasSize(6).isEqualTo(ONE.words());
  }

  @Test
  void anotherAuthorityHasOthers() {
    assertThat(new Fingerprint("1123456789abcdef" + "0123456789abcdef".repeat(3)).words())
        .isNotEqualTo(ONE.words());
  }

  @Test
  void theShortFormShowsBothEnds() {
    assertThat(ONE.shortForm()).isEqualTo("01:23:45:67:…:89:AB:CD:EF");
  }

  @Test
  void theLongFormShowsEverythingInPairs() {
    assertThat(ONE.longForm()).hasSize(95).startsWith("01:23:45").endsWith("AB:CD:EF");
  }

  @Test
  void anythingButSixtyFourHexDigitsIsRefused() {
    assertThatThrownBy(() -> new Fingerprint("0123")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thereAreAThousandAndTwentyFourShortAndDifferentWords() throws Exception {
    List<String> words;
    try (var in = Objects.requireNonNull(Fingerprint.class.getResourceAsStream("words.txt"))) {
      words = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }

    assertThat(words).hasSize(1024).doesNotHaveDuplicates().isSorted();
    assertThat(words).allMatch(word -> word.matches("[a-z]{3,8}"));
    assertThat(words)
        .noneMatch(
            w -> w.endsWith("s") && new HashSet<>(words).contains(w.substring(0, w.length() - 1)));
  }
}
