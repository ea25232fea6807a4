package charla.client.ui.emoji;

import charla.client.ui.emoji.EmojiSplitter.Piece;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;

/** Makes the nodes of a text for a {@code TextFlow}: letters as text nodes, emoji as pictures. */
public final class EmojiText {
  private final EmojiSplitter splitter;
  private final EmojiSheet sheet;

  public EmojiText(EmojiIndex index, EmojiSheet sheet) {
    this.splitter = new EmojiSplitter(index);
    this.sheet = sheet;
  }

  /**
   * @param size of an emoji, px
   */
  public List<Node> nodes(String content, double size) {
    List<Node> nodes = new ArrayList<>();
    for (Piece piece : splitter.split(content)) {
      nodes.add(
          switch (piece) {
            case Piece.Letters(String letters) -> letters(letters);
            case Piece.Picture(Emoji emoji, String written) ->
                new EmojiNode(sheet.picture(emoji, size), size);
          });
    }
    return nodes;
  }

  /** The parts of a text, for whoever lays them out itself. */
  public List<Piece> split(String content) {
    return splitter.split(content);
  }

  /** How many emoji the text consists of; 0 when there is anything else but space in it. */
  public int emojiOnly(String text) {
    int emoji = 0;
    for (Piece piece : splitter.split(text)) {
      switch (piece) {
        case Piece.Picture picture -> emoji++;
        case Piece.Letters(String letters) when letters.isBlank() -> {}
        case Piece.Letters letters -> {
          return 0;
        }
      }
    }
    return emoji;
  }

  private static Text letters(String letters) {
    Text text = new Text(letters);
    text.getStyleClass().add("message-letters");
    return text;
  }
}
