package charla.client.call.window;

import charla.client.ui.Icons;
import charla.client.ui.Pseudo;
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

  CallButtonView(String id, Ikon ikon, Runnable action) {
    super(4);
    icon = Icons.of(ikon);
    button = new Button(null, icon);
    button.setId(id);
    button.getStyleClass().add("call-button");
    button.setOnAction(event -> action.run());
    word.getStyleClass().addAll("meta", "call-word");
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

  /** Whether what it switches is on, which has to be seen from afar. */
  void setOn(boolean on) {
    button.pseudoClassStateChanged(Pseudo.CURRENT, on);
    word.pseudoClassStateChanged(Pseudo.CURRENT, on);
  }

  /** Only the button, where there is little room. */
  void setWordShown(boolean shown) {
    word.setVisible(shown);
    word.setManaged(shown);
    setMinWidth(shown ? WIDE : NARROW);
  }
}
