package charla.client.call.window;

import charla.client.call.CallState;
import charla.client.call.CallViewModel;
import charla.client.call.Talking;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import charla.protocol.User;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** With whom, and how it stands. */
final class FaceView extends VBox {
  private static final double FACE = 104;

  private final VoiceRingView face;
  private final Label name = new Label();
  private final BooleanProperty low = new SimpleBooleanProperty();

  FaceView(Texts texts, CallViewModel model) {
    super(4);
    setAlignment(Pos.CENTER);
    getStyleClass().add("call-face");
    face = new VoiceRingView(FACE, model.peerProperty());
    face.follow(model.gauge().other());
    face.managedProperty().bind(face.visibleProperty());
    name.getStyleClass().add("title");
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    Label status = new Label();
    status.setId("call-status");
    status.getStyleClass().add("call-status");
    status
        .textProperty()
        .bind(
            Bindings.when(low.and(model.mutedProperty()))
                .then(model.statusProperty().concat(" · " + texts.get("call.muted")))
                .otherwise(model.statusProperty()));
    getChildren().addAll(face, name, status);
    model.peerProperty().subscribe(peer -> peer.ifPresent(this::show));
    model.stateProperty().subscribe(this::show);
  }

  /** Without the face, the name on one line, and what the buttons have no word for any more. */
  void setLow(boolean now) {
    low.set(now);
    face.setVisible(!now);
    name.setWrapText(!now);
    name.pseudoClassStateChanged(Pseudo.LOW, now);
  }

  private void show(User peer) {
    name.setText(peer.displayName());
  }

  private void show(CallState state) {
    pseudoClassStateChanged(Pseudo.WRONG, state.isWrong());
    face.setRingShown(state instanceof Talking talking && talking.isHeard());
  }
}
