package charla.client.chat.timeline;

import charla.client.ui.CountPill;
import charla.client.ui.Icons;
import charla.client.ui.Keys;
import charla.client.ui.Texts;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Brings the reader down to the newest message, and counts the new ones there. */
final class JumpDownView extends StackPane {
  private final CountPill count = new CountPill();

  JumpDownView(Texts texts, Runnable jump) {
    Button button =
        Icons.button(
            BootstrapIcons.CHEVRON_DOWN, Keys.named(texts.get("timeline.newest"), Keys.NEWEST));
    button.setFocusTraversable(false);
    button.getStyleClass().add("jump-down-button");
    button.setOnAction(event -> jump.run());
    getStyleClass().add("jump-down");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAlignment(count, Pos.TOP_CENTER);
    getChildren().addAll(button, count);
  }

  IntegerProperty countProperty() {
    return count.countProperty();
  }
}
