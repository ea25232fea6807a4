package charla.client.ui.emoji;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts text into runs of letters and single emoji; put together again they are the text. */
public final class EmojiSplitter {
  private static final int AS_TEXT = 0xFE0E;

  /** Above this every pictograph is an emoji, and no text font is to be expected. */
  private static final int PICTOGRAPHS = 0x1F000;

  private final EmojiIndex index;

  public EmojiSplitter(EmojiIndex index) {
    this.index = index;
  }

  /** A part of a text. */
  public sealed interface Piece {
    record Letters(String text) implements Piece {}

    /**
     * @param text as it was written, which may say more than the emoji's own about how to draw it
     */
    record Picture(Emoji emoji, String text) implements Piece {}
  }

  public List<Piece> split(String text) {
    List<Piece> pieces = new ArrayList<>();
    int lettersFrom = 0;
    int at = 0;
    while (at < text.length()) {
      int end = emojiEnd(text, at);
      Optional<Emoji> emoji = end > at ? index.of(text.substring(at, end)) : Optional.empty();
      if (emoji.isEmpty()) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      addLetters(text.substring(lettersFrom, at), pieces);
      pieces.add(new Piece.Picture(emoji.get(), text.substring(at, end)));
      at = end;
      lettersFrom = end;
    }
    addLetters(text.substring(lettersFrom), pieces);
    return pieces;
  }

  /** Where the longest emoji that begins here ends; {@code at} when none does. */
  private int emojiEnd(String text, int at) {
    if (!Character.isEmoji(text.codePointAt(at))) {
      return at;
    }
    int best = at;
    int end = at;
    StringBuilder bare = new StringBuilder();
    while (end < text.length()) {
      int c = text.codePointAt(end);
      end += Character.charCount(c);
      if (c != EmojiIndex.PICTURE) {
        bare.appendCodePoint(c);
      }
      if (!index.begins(bare.toString())) {
        return best;
      }
      if (index.of(bare.toString()).isPresent() && isPicture(text, at, end)) {
        best = end;
      }
    }
    return best;
  }

  /** A sign such as ™ or ❤ is a letter unless it asks to be a picture. */
  private static boolean isPicture(String text, int from, int end) {
    int first = text.codePointAt(from);
    if (end < text.length() && text.codePointAt(end) == AS_TEXT) {
      return false;
    }
    return first >= PICTOGRAPHS
        || Character.isEmojiPresentation(first)
        || text.codePointCount(from, end) > 1;
  }

  private static void addLetters(String letters, List<Piece> pieces) {
    if (!letters.isEmpty()) {
      pieces.add(new Piece.Letters(letters));
    }
  }
}
