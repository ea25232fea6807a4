package charla.client.chat.composer;

import charla.client.ui.emoji.Emoji;
import charla.client.ui.emoji.EmojiSplitter.Piece;
import charla.client.ui.emoji.Emojis;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/**
 * Lays pictures over the emoji of a text area, which itself can only draw them as blanks or boxes.
 * The text stays text: caret, selection, undo and screen readers know nothing of this.
 */
final class EmojiOverTextView extends Pane {
  private static final double SIZE = 15;

  private final TextArea area;
  private final Emojis emojis;

  EmojiOverTextView(TextArea area, Emojis emojis) {
    this.area = area;
    this.emojis = emojis;
    setMouseTransparent(true);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    area.textProperty().addListener((o, was, is) -> requestLayout());
    area.scrollTopProperty().addListener((o, was, is) -> requestLayout());
  }

  /** The text area is laid out before this, so that the places of its letters are known. */
  @Override
  protected void layoutChildren() {
    getChildren().clear();
    if (!(area.getSkin() instanceof TextAreaSkin skin)) {
      return;
    }
    int at = 0;
    for (Piece piece : emojis.text().split(area.getText())) {
      switch (piece) {
        case Piece.Letters(String letters) -> at += letters.length();
        case Piece.Picture(Emoji emoji, String text) -> {
          show(emoji, skin.getCharacterBounds(at), skin.getCharacterBounds(at + text.length() - 1));
          at += text.length();
        }
      }
    }
  }

  private void show(Emoji emoji, Rectangle2D first, Rectangle2D last) {
    StackPane cover = new StackPane(emojis.sheet().picture(emoji, SIZE));
    cover.getStyleClass().add("emoji-cover");
    getChildren().add(cover);
    double left = first.getMinX() + area.getInsets().getLeft();
    double top = first.getMinY() + area.getInsets().getTop();
    double width = Math.max(last.getMaxX() - first.getMinX(), 1);
    cover.resizeRelocate(left, top, width, first.getHeight());
  }
}
