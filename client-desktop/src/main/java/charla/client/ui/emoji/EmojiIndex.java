package charla.client.ui.emoji;

import charla.client.ui.emoji.Emoji.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All emoji that the app can draw, in the order in which they are offered; read once from {@code
 * emoji.tsv}, which {@code docs/emoji/} tells how to make. Immutable.
 */
public final class EmojiIndex {
  /** The last part of the text keys of the categories, in the order of {@link Emoji#category()}. */
  public static final List<String> CATEGORIES =
      List.of(
          "smileys",
          "people",
          "nature",
          "food",
          "activities",
          "travel",
          "objects",
          "symbols",
          "flags");

  /** Asks for the picture rather than the letter; texts come with and without it. */
  static final int PICTURE = 0xFE0F;

  private final Map<String, Emoji> byText = new LinkedHashMap<>();
  private final Set<String> beginnings = new HashSet<>();

  public EmojiIndex() {
    try (InputStream in =
            Objects.requireNonNull(EmojiIndex.class.getResourceAsStream("emoji.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.lines().map(EmojiIndex::parse).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Collection<Emoji> all() {
    return Collections.unmodifiableCollection(byText.values());
  }

  /** The emoji of exactly this text, whether or not it asks for the picture. */
  public Optional<Emoji> of(String text) {
    return Optional.ofNullable(byText.get(bare(text)));
  }

  /** Those offered in one category. */
  public List<Emoji> in(int category) {
    return byText.values().stream().filter(e -> e.category() == category).toList();
  }

  /** Those offered of whose words some begin with each word asked for; English always counts. */
  public List<Emoji> search(String typed, Locale locale) {
    String[] asked = typed.strip().toLowerCase(locale).split("\\s+");
    return byText.values().stream()
        .filter(e -> e.category() >= 0)
        .filter(e -> matches(e.words(locale), asked) || matches(e.english(), asked))
        .toList();
  }

  /** Whether some emoji's text, without {@link #PICTURE}, begins so. */
  boolean begins(String bare) {
    return beginnings.contains(bare);
  }

  private void add(Emoji emoji) {
    String bare = bare(emoji.text());
    byText.put(bare, emoji);
    for (int end = 1; end <= bare.length(); end++) {
      beginnings.add(bare.substring(0, end));
    }
  }

  private static boolean matches(Words words, String[] asked) {
    return Arrays.stream(asked).allMatch(word -> (" " + words.search()).contains(" " + word));
  }

  private static String bare(String text) {
    return text.indexOf(PICTURE) < 0 ? text : text.replace("\uFE0F", "");
  }

  private static Emoji parse(String line) {
    List<String> cells = List.of(line.split("\t", -1));
    String text =
        Arrays.stream(cells.get(0).split("-"))
            .map(code -> Character.toString(Integer.parseInt(code, 16)))
            .collect(Collectors.joining());
    return new Emoji(
        text,
        Integer.parseInt(cells.get(1)),
        Integer.parseInt(cells.get(2)),
        Integer.parseInt(cells.get(3)),
        new Words(cells.get(4), cells.get(5)),
        new Words(cells.get(6), cells.get(7)));
  }
}
