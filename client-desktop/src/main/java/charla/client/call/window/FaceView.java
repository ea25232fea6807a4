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
  private static final double LARGE_FACE = 152;

  private final CallViewModel model;
  private final VoiceRingView face;
  private final Label name = new Label();
  private final BooleanProperty wordless = new SimpleBooleanProperty();

  FaceView(Texts texts, CallViewModel model) {
    super(4);
    this.model = model;
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
            Bindings.createStringBinding(
                () -> status(MuteSign.of(texts, model), model.statusProperty().get()),
                wordless,
                model.mutedProperty(),
                model.microphoneProperty(),
                model.statusProperty()));
    getChildren().addAll(face, name, status);
    model.peerProperty().subscribe(peer -> peer.ifPresent(this::show));
    model.stateProperty().subscribe(this::show);
  }

  /** Without the face the name stands on one line. */
  void fit(Room room) {
    wordless.set(!room.has(Room.WORDS));
    face.setVisible(room.has(Room.FACE));
    face.setFace(room.has(Room.LARGE_FACE) ? LARGE_FACE : FACE);
    name.setWrapText(room.has(Room.FACE));
    name.pseudoClassStateChanged(Pseudo.LOW, !room.has(Room.FACE));
  }

  /** Where the buttons have no words it says that one is not heard. */
  private String status(MuteSign mute, String status) {
    return wordless.get() && mute.silent() && !model.stateProperty().get().isFree()
        ? status + " · " + mute.word()
        : status;
  }

  private void show(User peer) {
    name.setText(peer.displayName());
  }

  private void show(CallState state) {
    pseudoClassStateChanged(Pseudo.WRONG, state.isWrong());
    face.setRingShown(state instanceof Talking talking && talking.isHeard());
  }
}
