package charla.client.chat.composer;

import charla.client.ui.emoji.Emoji;
import charla.client.ui.emoji.EmojiSplitter.Piece;
import charla.client.ui.emoji.Emojis;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/**
 * Lays pictures over the emoji of a text area, which itself can only draw them as blanks or boxes.
 * The text stays text: caret, selection, undo and screen readers know nothing of this.
 */
final class EmojiOverTextView extends Pane {
  private static final double SIZE = 15;

  /** What it may be wider than its letter, on each side: some fonts have but a narrow box, px. */
  private static final double OVER = 2;

  private final TextArea area;
  private final Emojis emojis;
  private List<Cover> covers = List.of();

  /** A picture, and which letters of the text it lies over: from the first to the last. */
  private record Cover(StackPane node, ImageView picture, int first, int last) {}

  EmojiOverTextView(TextArea area, Emojis emojis) {
    this.area = area;
    this.emojis = emojis;
    setMouseTransparent(true);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    area.textProperty().subscribe(this::cover);
    area.scrollTopProperty().addListener((o, was, is) -> requestLayout());
  }

  /** The text area is laid out before this, so that the places of its letters are known. */
  @Override
  protected void layoutChildren() {
    if (area.getSkin() instanceof TextAreaSkin skin) {
      covers.forEach(cover -> place(cover, skin));
    }
  }

  /** Made before styles are applied: what were made while laying out would show no colour yet. */
  private void cover(String text) {
    List<Cover> now = new ArrayList<>();
    int at = 0;
    for (Piece piece : emojis.text().split(text)) {
      switch (piece) {
        case Piece.Letters(String letters) -> at += letters.length();
        case Piece.Picture(Emoji emoji, String written) -> {
          now.add(cover(emoji, at, at + written.length() - 1));
          at += written.length();
        }
      }
    }
    covers = now;
    getChildren().setAll(now.stream().map(Cover::node).toList());
  }

  private Cover cover(Emoji emoji, int first, int last) {
    ImageView picture = emojis.sheet().picture(emoji, SIZE);
    StackPane node = new StackPane(picture);
    node.getStyleClass().add("emoji-cover");
    return new Cover(node, picture, first, last);
  }

  private void place(Cover cover, TextAreaSkin skin) {
    Rectangle2D first = skin.getCharacterBounds(cover.first());
    Rectangle2D last = skin.getCharacterBounds(cover.last());
    double left = first.getMinX() + area.getInsets().getLeft();
    double top = first.getMinY() + area.getInsets().getTop();
    double width = Math.max(last.getMaxX() - first.getMinX(), 1);
    double size = Math.min(SIZE, width + 2 * OVER);
    cover.picture().setFitWidth(size);
    cover.picture().setFitHeight(size);
    cover.node().resizeRelocate(left, top, width, first.getHeight());
  }
}
