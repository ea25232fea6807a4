package charla.client.call.window;

import charla.client.ui.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A round button of a call with its word below. */
final class CallButtonView extends VBox {
  private static final double WIDE = 76;
  private static final double NARROW = 60;

  private final FontIcon icon;
  private final Button button;
  private final Label word = new Label();

  CallButtonView(Ikon ikon, Runnable action) {
    super(4);
    icon = Icons.of(ikon);
    button = new Button(null, icon);
    button.getStyleClass().add("call-button");
    button.setOnAction(event -> action.run());
    word.getStyleClass().add("meta");
    setAlignment(Pos.TOP_CENTER);
    setMinWidth(WIDE);
    getChildren().addAll(button, word);
  }

  Button button() {
    return button;
  }

  /**
   * @param name what it does now, with its keys
   */
  void show(Ikon ikon, String shortWord, String name) {
    icon.setIconCode(ikon);
    word.setText(shortWord);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
  }

  /** Only the button, where there is little room. */
  void setWordShown(boolean shown) {
    word.setVisible(shown);
    word.setManaged(shown);
    setMinWidth(shown ? WIDE : NARROW);
  }
}
