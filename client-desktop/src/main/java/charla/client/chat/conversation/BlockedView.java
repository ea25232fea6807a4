package charla.client.chat.conversation;

import charla.client.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Stands where one would write, had one not blocked the other. */
final class BlockedView extends HBox {
  BlockedView(Texts texts, String peer, Runnable unblock) {
    super(12);
    getStyleClass().add("composer");
    setAlignment(Pos.CENTER_LEFT);
    Label says = new Label(texts.get("block.is", peer));
    says.getStyleClass().add("muted");
    says.setMinWidth(0);
    setHgrow(says, Priority.ALWAYS);
    says.setMaxWidth(Double.MAX_VALUE);
    Button button = new Button(texts.get("unblock.yes"));
    button.setId("unblock");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> unblock.run());
    getChildren().addAll(says, button);
  }
}
