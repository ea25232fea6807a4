package charla.client.call.window;

import charla.client.call.CallViewModel;
import charla.client.ui.Texts;
import charla.protocol.Call;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Somebody else calls during a call. */
final class WaitingCallView extends VBox {
  private final Texts texts;
  private final Label who = new Label();

  WaitingCallView(Texts texts, CallViewModel model) {
    super(8);
    this.texts = texts;
    getStyleClass().add("waiting-call");
    setAlignment(Pos.CENTER_LEFT);
    who.getStyleClass().add("field-label");
    Button decline = button("call.decline", "call-decline", model::declineWaiting);
    Button accept = button("call.waiting.accept", "call-accept", model::answerWaiting);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(who, new HBox(8, decline, space, accept));
    managedProperty().bind(visibleProperty());
    model.waitingProperty().subscribe(this::show);
  }

  private void show(Optional<Call> waiting) {
    setVisible(waiting.isPresent());
    waiting.ifPresent(call -> who.setText(texts.get("call.waiting", call.caller().displayName())));
  }

  private Button button(String key, String style, Runnable action) {
    Button button = new Button(texts.get(key));
    button.getStyleClass().addAll("call-answer", style);
    button.setOnAction(event -> action.run());
    return button;
  }
}
