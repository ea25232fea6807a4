package charla.client.chat.timeline;

import charla.client.ui.emoji.EmojiText;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * The text of one message, as text nodes and pictures only; nothing of it is ever run or rendered
 * as markup. What stands at its end goes to a line of its own where the last line is full.
 */
final class MessageTextView extends TextFlow {
  private static final double BETWEEN_LINES = 2;
  private static final double INLINE = 19;
  private static final int LARGE_UP_TO = 3;
  private static final double LARGE = 40;

  private final EmojiText emoji;
  private final Consumer<URI> browser;
  private final Region end;

  MessageTextView(EmojiText emoji, Consumer<URI> browser, Region end) {
    this.emoji = emoji;
    this.browser = browser;
    this.end = end;
    setLineSpacing(BETWEEN_LINES);
  }

  /** Whether these words are a few emoji and nothing else. */
  boolean isLarge(String content) {
    int count = emoji.emojiOnly(content);
    return count > 0 && count <= LARGE_UP_TO;
  }

  void show(String content) {
    double size = isLarge(content) ? LARGE : INLINE;
    getChildren().clear();
    for (Links.Part part : Links.split(content)) {
      getChildren()
          .addAll(
              part.target()
                  .map(target -> List.<Node>of(link(part.text(), target)))
                  .orElseGet(() -> emoji.nodes(part.text(), size)));
    }
    getChildren().add(end);
  }

  /** The least width in which its lines break where they do in this one, px. */
  double tightWidth(double widest) {
    resize(widest, prefHeight(widest));
    layout();
    return getLayoutInfo().getTextLines(false).stream()
        .mapToDouble(line -> line.bounds().getMaxX())
        .max()
        .orElse(widest);
  }

  /** The end stands in the corner, wherever the last word ends. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    end.setTranslateX(getWidth() - end.getLayoutX() - end.getWidth());
  }

  private Text link(String text, URI target) {
    Text link = new Text(text);
    link.getStyleClass().addAll("message-letters", "link");
    link.setCursor(Cursor.HAND);
    Tooltip.install(link, new Tooltip(Links.host(target)));
    link.setOnMouseClicked(click -> {
      if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
        browser.accept(target);
      }
    });
    return link;
  }
}
