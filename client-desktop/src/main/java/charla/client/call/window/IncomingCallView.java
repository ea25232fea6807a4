package charla.client.call.window;

import charla.client.call.CallViewModel;
import charla.client.call.Ringing;
import charla.client.ui.CallKeys;
import charla.client.ui.Icons;
import charla.client.ui.Keys;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import charla.protocol.User;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Somebody calls: who, and three answers; or where it was answered instead of here. */
public final class IncomingCallView extends VBox {
  public static final double WIDTH = 360;
  public static final double HEIGHT = 170;

  /** A third of the room each, px. */
  private static final double ANSWER = 104;

  private static final int LONG_NAME = 22;

  private final Texts texts;
  private final Label name = new Label();

  public IncomingCallView(Texts texts, CallViewModel model) {
    super(16);
    this.texts = texts;
    setId("incoming-call");
    getStyleClass().add("incoming-call");
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    setAlignment(Pos.CENTER_LEFT);
    VoiceRingView face = new VoiceRingView(52, model.peerProperty());
    face.pulse();
    name.getStyleClass().add("title");
    name.setWrapText(true);
    Label what = new Label();
    what.getStyleClass().add("muted");
    ObservableValue<Boolean> rings = model.stateProperty().map(Ringing.class::isInstance);
    what.textProperty()
        .bind(
            rings.flatMap(now ->
                now ? new SimpleStringProperty(texts.get("call.voice")) : model.statusProperty()));
    VBox who = new VBox(2, name, what);
    who.setAlignment(Pos.CENTER_LEFT);
    who.setMinWidth(0);
    HBox top = new HBox(12, face, who);
    top.setAlignment(Pos.CENTER_LEFT);
    Button ignore = answer("ignore", Icons.of(BootstrapIcons.VOLUME_MUTE_FILL), model::ignore);
    tip(ignore, texts.get("call.ignore") + " (Esc)");
    HBox answers =
        new HBox(
            8,
            named(answer("decline", Icons.hangUp(), model::decline), CallKeys.DECLINE),
            ignore,
            named(answer("accept", Icons.receiver(), model::accept), CallKeys.ACCEPT));
    getChildren().addAll(top, answers);
    rings.subscribe(now -> {
      answers.setVisible(now);
      answers.setManaged(now);
      face.setRingShown(now);
    });
    setAccessibleRole(AccessibleRole.DIALOG);
    model.peerProperty().subscribe(peer -> peer.ifPresent(this::show));
  }

  private void show(User peer) {
    name.setText(peer.displayName());
    name.pseudoClassStateChanged(Pseudo.LOW, peer.displayName().length() > LONG_NAME);
    setAccessibleText(
        texts.get(
            "call.incoming",
            peer.displayName(),
            CallKeys.ACCEPT.getDisplayText(),
            CallKeys.DECLINE.getDisplayText()));
  }

  private Button answer(String word, Node icon, Runnable action) {
    Button button = new Button(texts.get("call." + word), icon);
    button.setId("call-" + word);
    button.getStyleClass().addAll("call-answer", "call-" + word);
    button.setPrefWidth(ANSWER);
    // A popup's button in focus would take the keys of whoever types below.
    button.setFocusTraversable(false);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Button named(Button button, KeyCombination keys) {
    tip(button, Keys.named(button.getText(), keys));
    return button;
  }

  private static void tip(Button button, String words) {
    button.setTooltip(new Tooltip(words));
  }
}
