package charla.protocol;

/** What text may hold: asked by the server before storing and by the client before sending. */
public final class Text {
  private Text() {}

  /** Whether the text is Unicode that every store and font can take: no lone surrogate, no NUL. */
  public static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  /** Length as people count it, near enough: code points, not UTF-16 units. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * Whether the text can stand as a name on one line: 1 to 64 code points, something visible, and
   * no control, line break, bidirectional override, zero-width character or pile of accents.
   */
  public static boolean isDisplayName(String text) {
    return isWellFormed(text)
        && !text.isBlank()
        && text.equals(text.strip())
        && length(text) <= Limits.NAME_CODE_POINTS
        && text.codePoints().noneMatch(Text::isHidden)
        && longestMarkRun(text) <= 3;
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static int longestMarkRun(String text) {
    int longest = 0;
    int run = 0;
    for (int c : text.codePoints().toArray()) {
      run = Character.getType(c) == Character.NON_SPACING_MARK ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
