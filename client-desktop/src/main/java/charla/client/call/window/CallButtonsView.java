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
  private static final double WIDE = 220;
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
    hangUp.setMaxWidth(WIDE);
    hangUp.setTooltip(new Tooltip(Keys.named(texts.get("call.hangUp"), CallKeys.HANG_UP)));
    model.stateProperty().subscribe(this::show);
    setLow(false);
  }

  /** Where there is hardly any room only the way out is left; the keys go on working. */
  void setRowShown(boolean shown) {
    row.setVisible(shown);
    row.setManaged(shown);
  }

  /** In a low window without words below the buttons. */
  void setLow(boolean low) {
    List.of(mute, devices, hold, chat).forEach(button -> button.setWordShown(!low));
    setSpacing(low ? 8 : 16);
    pseudoClassStateChanged(Pseudo.LOW, low);
  }

  private void show(CallState state) {
    if (state instanceof Over over) {
      getChildren().setAll(afterwards(over));
    } else if (!(state instanceof Ringing)) {
      showMute(model.mutedProperty().get());
      showHold(model.holdingProperty().get(), state instanceof Talking);
      if (!getChildren().contains(row)) {
        getChildren().setAll(row, hangUp);
      }
    }
  }

  private void showMute(boolean muted) {
    String name = Keys.named(texts.get(muted ? "call.unmute" : "call.mute"), CallKeys.MUTE);
    mute.show(
        muted ? BootstrapIcons.MIC_MUTE : BootstrapIcons.MIC,
        texts.get(muted ? "call.muted" : "call.mute"),
        name + " · M");
    mute.setOn(muted);
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
