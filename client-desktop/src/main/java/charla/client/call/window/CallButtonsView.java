package charla.client.call.window;

import charla.client.call.CallState;
import charla.client.call.CallViewModel;
import charla.client.call.Over;
import charla.client.call.Ringing;
import charla.client.call.Talking;
import charla.client.ui.CallKeys;
import charla.client.ui.Icons;
import charla.client.ui.Keys;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** What can be done in a call, and after it. */
final class CallButtonsView extends VBox {
  /** From the first to the last button of the row, with words below them and without, px. */
  private static final double WIDE = 288;

  private static final double NARROW = 240;

  private static final double HALF = 148;

  private final Texts texts;
  private final CallViewModel model;
  private final CallButtonView mute;
  private final CallButtonView devices;
  private final CallButtonView hold;
  private final CallButtonView chat;
  private final HBox row;
  private final Button hangUp;

  CallButtonsView(Texts texts, CallViewModel model, DevicePopoverView popover) {
    this.texts = texts;
    this.model = model;
    getStyleClass().add("call-bottom");
    setAlignment(Pos.CENTER);
    mute = new CallButtonView("call-mute", BootstrapIcons.MIC, model::toggleMute);
    devices = new CallButtonView("call-devices", BootstrapIcons.SLIDERS, () -> {});
    devices.show(
        BootstrapIcons.SLIDERS, texts.get("call.devices.short"), texts.get("call.devices"));
    devices.button().setOnAction(event -> popover.showAbove(devices.button()));
    hold = new CallButtonView("call-hold", BootstrapIcons.PAUSE_FILL, model::toggleHold);
    chat = new CallButtonView("call-chat", BootstrapIcons.CHAT_LEFT, model::openChat);
    chat.show(BootstrapIcons.CHAT_LEFT, texts.get("call.chat.short"), texts.get("call.chat"));
    row = new HBox(4, mute, devices, hold, chat);
    row.setAlignment(Pos.CENTER);
    hangUp = wide("call.hangUp", Icons.hangUp(), "call-hang-up", model::hangUp);
    hangUp.setTooltip(new Tooltip(Keys.named(texts.get("call.hangUp"), CallKeys.HANG_UP)));
    fit(Room.FACE);
    model.stateProperty().subscribe(this::show);
    model.microphoneProperty().subscribe(this::showMute);
  }

  /** Without words where they have no room. */
  void fit(Room now) {
    boolean words = now.has(Room.WORDS);
    List.of(mute, devices, hold, chat).forEach(button -> button.setWordShown(words));
    hangUp.setMaxWidth(words ? WIDE : NARROW);
    hangUp.setPrefWidth(hangUp.getMaxWidth());
    setSpacing(words ? 16 : 8);
    pseudoClassStateChanged(Pseudo.LOW, !words);
  }

  private void show(CallState state) {
    if (state instanceof Over over) {
      getChildren().setAll(afterwards(over));
    } else if (!(state instanceof Ringing)) {
      showMute();
      showHold(model.holdingProperty().get(), state instanceof Talking);
      // Whoever has the focus would lose it if they were put there anew.
      if (!getChildren().contains(row)) {
        getChildren().setAll(row, hangUp);
      }
    }
  }

  private void showMute() {
    MuteSign sign = MuteSign.of(texts, model);
    mute.show(sign.icon(), sign.word(), sign.possible() ? sign.name() + " · M" : sign.name());
    mute.setOn(sign.silent() && sign.possible());
    mute.button().setDisable(!sign.possible());
  }

  private void showHold(boolean holding, boolean possible) {
    String word = texts.get(holding ? "call.unhold" : "call.hold");
    hold.show(holding ? BootstrapIcons.PLAY_FILL : BootstrapIcons.PAUSE_FILL, word, word);
    hold.setOn(holding);
    hold.setDisable(!possible);
  }

  private HBox afterwards(Over over) {
    Button close = wide("call.dismiss", Icons.of(BootstrapIcons.X), "call-dismiss", model::dismiss);
    HBox buttons = new HBox(8, close);
    if (over.ending().redial()) {
      buttons
          .getChildren()
          .add(wide("call.redial", Icons.receiver(), "call-redial", model::redial));
    }
    buttons.setAlignment(Pos.CENTER);
    return buttons;
  }

  private Button wide(String key, Node icon, String style, Runnable action) {
    Button button = new Button(texts.get(key), icon);
    button.setId(style);
    button.getStyleClass().addAll("call-wide", style);
    button.setMaxWidth(HALF);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setOnAction(event -> action.run());
    return button;
  }
}
