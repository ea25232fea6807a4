package charla.client.chat.composer;

import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A text area that grows with its text from one line to eight and then scrolls. Enter sends,
 * Shift+Enter begins a new line.
 */
final class MessageAreaView extends TextArea {
  private static final int MOST_LINES = 8;
  private static final double SPARE = 2;

  private final Runnable send;
  private final Text measure = new Text();

  MessageAreaView(Runnable send) {
    this.send = send;
    getStyleClass().add("message-area");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
    measure.fontProperty().bind(fontProperty());
    InvalidationListener resize = changed -> requestLayout();
    textProperty().addListener(resize);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets around = contentInsets();
    measure.setWrappingWidth(0);
    measure.setText("X");
    double line = measure.getLayoutBounds().getHeight();
    double inner = getWidth() - getInsets().getLeft() - getInsets().getRight();
    measure.setWrappingWidth(Math.max(0, inner - around.getLeft() - around.getRight()));
    measure.setText(getText().isEmpty() ? "X" : getText());
    double text = Math.clamp(measure.getLayoutBounds().getHeight(), line, line * MOST_LINES);
    double border = getInsets().getTop() + getInsets().getBottom();
    return Math.ceil(text + around.getTop() + around.getBottom() + border + SPARE);
  }

  private Insets contentInsets() {
    Node content = lookup(".content");
    return content instanceof Region region ? region.getInsets() : Insets.EMPTY;
  }

  private void onKey(KeyEvent key) {
    if (key.getCode() != KeyCode.ENTER || key.isAltDown() || key.isShortcutDown()) {
      return;
    }
    key.consume();
    if (key.isShiftDown()) {
      replaceSelection("\n");
    } else {
      send.run();
    }
  }
}
