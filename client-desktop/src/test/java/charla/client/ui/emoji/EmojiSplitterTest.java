package charla.client.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.ui.emoji.EmojiSplitter.Piece;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmojiSplitterTest {
  private final EmojiIndex index = new EmojiIndex();
  private final EmojiSplitter splitter = new EmojiSplitter(index);

  /** Letters in quotes, emoji in brackets. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          hello,            "hello"
          hi 👋 you,        "hi "[👋]" you"
          👋🏽👍,            [👋🏽][👍]
          👨‍👩‍👧,              [👨‍👩‍👧]
          🇪🇸🇲🇽,             [🇪🇸][🇲🇽]
          12 o'clock,       "12 o'clock"
          1️⃣2,             [1️⃣]"2"
          ❤️,               [❤️]
          ❤,               "❤"
          Charla™,         "Charla™"
          ☕,               [☕]
          ☕︎,              "☕︎"
          """,
      quoteCharacter = '\u0001')
  void textIsCutIntoLettersAndEmoji(String text, String pieces) {
    assertThat(show(splitter.split(text))).isEqualTo(pieces.strip());
  }

  @Test
  void aFamilyThatNobodyDrewIsShownAsItsMembers() {
    List<Piece> pieces = splitter.split("👨‍👨‍👨");

    assertThat(pieces.stream().filter(Piece.Picture.class::isInstance)).hasSize(3);
  }

  @Test
  void everyEmojiOfTheIndexIsFoundInText() {
    assertThat(index.all())
        .hasSizeGreaterThan(3500)
        .allSatisfy(e ->
            assertThat(splitter.split(e.text())).containsExactly(new Piece.Picture(e, e.text())));
  }

  @Test
  void emojiAreFoundByWordsOfEitherLanguage() {
    Locale spanish = Locale.of("es", "MX");

    assertThat(index.search("corazón rojo", spanish)).extracting(Emoji::text).contains("❤️");
    assertThat(index.search("Heart", spanish)).extracting(Emoji::text).contains("❤️");
    assertThat(index.search("heart", Locale.ENGLISH)).allMatch(e -> e.category() >= 0);
    assertThat(index.search("no such thing", Locale.ENGLISH)).isEmpty();
  }

  private static String show(List<Piece> pieces) {
    return pieces.stream()
        .map(piece ->
            switch (piece) {
              case Piece.Letters(String text) -> '"' + text + '"';
              case Piece.Picture(Emoji emoji, String text) -> '[' + text + ']';
            })
        .collect(Collectors.joining());
  }
}
