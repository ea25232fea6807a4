package charla.client.ui.emoji;

import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/** One emoji within a line of text: it hangs below the base line as letters with tails do. */
final class EmojiNode extends StackPane {
  private static final double ABOVE_BASE_LINE = 0.8;

  private final double size;

  EmojiNode(ImageView picture, double size) {
    super(picture);
    this.size = size;
    setMinSize(size, size);
    setMaxSize(size, size);
  }

  @Override
  public double getBaselineOffset() {
    return size * ABOVE_BASE_LINE;
  }
}
