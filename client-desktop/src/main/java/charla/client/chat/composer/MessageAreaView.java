package charla.client.chat.composer;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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

  /**
   * Says what is to be written. It has one line: what has no room there is left out of the name.
   *
   * @param words made with a name
   */
  void prompt(UnaryOperator<String> words, String name) {
    widthProperty().subscribe(width -> setPromptText(fitting(words, name)));
  }

  private String fitting(UnaryOperator<String> words, String name) {
    int[] letters = name.codePoints().toArray();
    return IntStream.iterate(letters.length, length -> length > 0, length -> length - 1)
        .mapToObj(length -> length == letters.length ? name : beginning(letters, length))
        .map(words)
        .filter(line -> widthOf(line) <= inner())
        .findFirst()
        .orElseGet(() -> words.apply("…"));
  }

  private static String beginning(int[] letters, int length) {
    return new String(letters, 0, length).strip() + "…";
  }

  private double widthOf(String line) {
    measure.setWrappingWidth(0);
    measure.setText(line);
    return measure.getLayoutBounds().getWidth();
  }

  /** Of a line, px. */
  private double inner() {
    Insets around = contentInsets();
    double inner = getWidth() - getInsets().getLeft() - getInsets().getRight();
    return Math.max(0, inner - around.getLeft() - around.getRight());
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets around = contentInsets();
    measure.setWrappingWidth(0);
    measure.setText("X");
    double line = measure.getLayoutBounds().getHeight();
    measure.setWrappingWidth(inner());
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
