package charla.client.ui.emoji;

import charla.client.ui.emoji.EmojiSplitter.Piece;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One line of text with its emoji as pictures; what has no room ends in an ellipsis. */
public final class EmojiLine extends Region {
  private static final double EMOJI = 16;

  private final Emojis emojis;
  private String text = "";

  public EmojiLine(Emojis emojis) {
    this.emojis = emojis;
    setMinWidth(0);
  }

  public String getText() {
    return text;
  }

  public void setText(String newText) {
    if (!text.equals(newText)) {
      text = newText;
      getChildren().setAll(emojis.text().split(newText).stream().map(this::node).toList());
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return getChildren().stream().mapToDouble(node -> node.prefWidth(-1)).sum();
  }

  @Override
  protected double computePrefHeight(double width) {
    return getChildren().stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(EMOJI);
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    for (Node node : getChildren()) {
      double width = snapSizeX(node.prefWidth(-1));
      double room = getWidth() - x;
      double height = node.prefHeight(-1);
      node.setVisible(node instanceof Label ? room > 0 : room >= width);
      node.resizeRelocate(
          x,
          snapPositionY((getHeight() - height) / 2),
          Math.clamp(width, 0, Math.max(0, room)),
          height);
      x += width;
    }
  }

  private Node node(Piece piece) {
    return switch (piece) {
      case Piece.Letters(String letters) -> letters(letters);
      case Piece.Picture(Emoji emoji, String _) ->
          new EmojiNode(emojis.sheet().picture(emoji, EMOJI), EMOJI);
    };
  }

  private static Label letters(String letters) {
    Label label = new Label(letters);
    label.setMinWidth(0);
    return label;
  }
}
