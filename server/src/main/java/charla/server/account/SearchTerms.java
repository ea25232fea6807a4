package charla.server.account;

import charla.protocol.Username;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * By what a person is found: whoever has a term that begins with the {@link #folded} text. Every
 * store keeps these terms beside the account, so that finding is one range of an index and means
 * the same in each.
 */
public final class SearchTerms {
  private SearchTerms() {}

  /** The user name, and the display name from the start of each of its words on. */
  public static Set<String> of(Username username, String displayName) {
    String name = folded(displayName);
    Stream<String> fromWordOn =
        IntStream.range(0, name.length())
            .filter(i -> startsWord(name, i))
            .mapToObj(name::substring);
    return Stream.concat(Stream.of(username.value()), fromWordOn)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The text without differences of letter case, width and composition. Each letter by itself: a
   * sigma at the end of what was typed is the same as one within a name.
   */
  public static String folded(String text) {
    String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String lower =
        upper
            .codePoints()
            .map(Character::toLowerCase)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return Normalizer.normalize(lower, Normalizer.Form.NFKC);
  }

  private static boolean startsWord(String name, int at) {
    return !Character.isWhitespace(name.codePointAt(at))
        && !Character.isLowSurrogate(name.charAt(at))
        && (at == 0 || !isWordPart(name.codePointBefore(at)));
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
