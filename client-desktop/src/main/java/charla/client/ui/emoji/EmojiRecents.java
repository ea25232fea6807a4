package charla.client.ui.emoji;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The emoji that a person picked last, the newest first. FX thread only. */
public final class EmojiRecents {
  static final int MOST = 27;

  private final List<String> texts;
  private final Consumer<List<String>> keep;

  /**
   * @param kept the last ones of an earlier run
   * @param keep told at each change, to remember them for the next run
   */
  public EmojiRecents(List<String> kept, Consumer<List<String>> keep) {
    this.texts = new ArrayList<>(kept.stream().limit(MOST).toList());
    this.keep = keep;
  }

  public List<String> texts() {
    return List.copyOf(texts);
  }

  void picked(Emoji emoji) {
    texts.remove(emoji.text());
    texts.addFirst(emoji.text());
    if (texts.size() > MOST) {
      texts.removeLast();
    }
    keep.accept(texts());
  }
}
