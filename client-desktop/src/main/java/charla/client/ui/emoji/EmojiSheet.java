package charla.client.ui.emoji;

import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/**
 * The one picture that all emoji are cut from: 18 MB once decoded, so it is loaded at the first
 * emoji, and in the background. FX thread only.
 */
public final class EmojiSheet {
  private static final int PICTURE = 32;
  private static final int CELL = PICTURE + 2;

  private @Nullable Image sheet;

  /** A new node that shows the emoji, {@code size} px wide and high. */
  public ImageView picture(Emoji emoji, double size) {
    ImageView view = new ImageView(sheet());
    view.setViewport(
        new Rectangle2D(emoji.column() * CELL + 1.0, emoji.row() * CELL + 1.0, PICTURE, PICTURE));
    view.setFitWidth(size);
    view.setFitHeight(size);
    return view;
  }

  private Image sheet() {
    if (sheet == null) {
      var file = Objects.requireNonNull(EmojiSheet.class.getResource("emoji-32.png"));
      sheet = new Image(file.toExternalForm(), true);
    }
    return sheet;
  }
}
