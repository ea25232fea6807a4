package charla.client.call.window;

import charla.client.call.CallViewModel;
import charla.client.ui.Icons;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import charla.protocol.Call;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Somebody else calls during a call: beside their name two answers, or below where it is narrow.
 */
final class WaitingCallView extends VBox {
  /** Where the answers stand below, px. */
  static final double HEIGHT = 96;

  private static final double NARROW = 560;

  private final Texts texts;
  private final Label who = new Label();
  private final HBox answers;

  WaitingCallView(Texts texts, CallViewModel model) {
    super(8);
    this.texts = texts;
    getStyleClass().add("waiting-call");
    who.getStyleClass().add("field-label");
    who.setTextOverrun(OverrunStyle.CENTER_WORD_ELLIPSIS);
    who.setEllipsisString(" … ");
    who.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(who, Priority.ALWAYS);
    answers =
        new HBox(
            8,
            button("call.decline", Icons.hangUp(), "call-decline", model::declineWaiting),
            button("call.waiting.accept", Icons.receiver(), "call-accept", model::answerWaiting));
    answers.setMinWidth(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    model.waitingProperty().subscribe(this::show);
    widthProperty().subscribe(width -> arrange(width.doubleValue() < NARROW));
  }

  private void arrange(boolean narrow) {
    pseudoClassStateChanged(Pseudo.LOW, narrow);
    HBox line = new HBox(16, who);
    line.setAlignment(Pos.CENTER_LEFT);
    if (narrow) {
      getChildren().setAll(line, answers);
    } else {
      line.getChildren().add(answers);
      getChildren().setAll(line);
    }
  }

  private void show(Optional<Call> waiting) {
    setVisible(waiting.isPresent());
    waiting.ifPresent(call -> who.setText(texts.get("call.waiting", call.caller().displayName())));
  }

  private Button button(String key, Node icon, String style, Runnable action) {
    Button button = new Button(texts.get(key), icon);
    button.setId("waiting-" + style);
    button.getStyleClass().addAll("call-answer", style);
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.SOMETIMES);
    button.setOnAction(event -> action.run());
    return button;
  }
}
