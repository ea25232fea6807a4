package charla.client.call.window;

import charla.client.call.CallState;
import charla.client.call.CallViewModel;
import charla.client.call.Over;
import charla.client.call.Talking;
import charla.client.ui.Avatar;
import charla.client.ui.CallKeys;
import charla.client.ui.Icons;
import charla.client.ui.Keys;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import charla.protocol.User;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** The call as a bar of 48 px on the main window. */
public final class CallBarView extends VBox {
  /** Below this width who is at fault has no room, px. */
  private static final double TROUBLE_FROM = 700;

  private final Texts texts;
  private final CallViewModel model;
  private final Avatar avatar = new Avatar(28);
  private final Label name = new Label();
  private final Label status = new Label();
  private final QualityPillView quality;
  private final FontIcon microphone = Icons.of(BootstrapIcons.MIC);
  private final Button mute = new Button(null, microphone);
  private final Button devices;
  private final Button hangUp;
  private final Button redial;
  private final Button close;
  private final HBox buttons = new HBox();
  private final List<Button> during;
  private @Nullable Node writingAt;

  /**
   * @param popover what the devices button shows
   * @param open shows the call as a window
   */
  public CallBarView(Texts texts, CallViewModel model, DevicePopoverView popover, Runnable open) {
    this.texts = texts;
    this.model = model;
    setId("call-bar");
    name.getStyleClass().add("field-label");
    name.setMinWidth(0);
    status.getStyleClass().add("call-bar-status");
    status.setMinWidth(Region.USE_PREF_SIZE);
    status.textProperty().bind(model.statusProperty());
    mute.getStyleClass().addAll("icon-button", "flat", "call-bar-mute");
    mute.setMinWidth(Region.USE_PREF_SIZE);
    mute.setOnAction(event -> act(model::toggleMute));
    devices = Icons.button(BootstrapIcons.SLIDERS, texts.get("call.devices"));
    devices.setId("bar-devices");
    devices.setOnAction(event -> popover.showBelow(devices));
    Button larger = Icons.button(BootstrapIcons.ARROWS_ANGLE_EXPAND, texts.get("call.open"));
    larger.setOnAction(event -> open.run());
    hangUp = wide("call.hangUp", Icons.hangUp(), "call-hang-up", model::hangUp);
    hangUp.setTooltip(new Tooltip(Keys.named(texts.get("call.hangUp"), CallKeys.HANG_UP)));
    redial = wide("call.redial", Icons.receiver(), "call-redial", model::redial);
    close = Icons.button(BootstrapIcons.X, texts.get("call.dismiss"));
    close.setId("bar-dismiss");
    close.setOnAction(event -> act(model::dismiss));
    during = List.of(mute, devices, larger, hangUp);
    quality = new QualityPillView(model);
    quality.lay(Orientation.HORIZONTAL);
    quality.showTroubleWhere(widthProperty().greaterThanOrEqualTo(TROUBLE_FROM));
    quality.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    buttons.setAlignment(Pos.CENTER_LEFT);
    HBox bar = new HBox(10, avatar, name, status, quality, space, buttons);
    bar.getStyleClass().add("call-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    NoticeView notice = new NoticeView(model);
    notice.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(bar, notice);
    managedProperty().bind(visibleProperty());
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> writingAt = getScene().getFocusOwner());
    model.peerProperty().subscribe(peer -> peer.ifPresent(this::show));
    model.mutedProperty().subscribe(this::showMute);
    model.microphoneProperty().subscribe(this::showMute);
    showMute();
    model.stateProperty().subscribe(this::show);
  }

  /** Who writes while they talk goes on writing when they have clicked one of the buttons. */
  private void act(Runnable action) {
    action.run();
    if (writingAt != null) {
      writingAt.requestFocus();
      writingAt = null;
    }
  }

  private void show(User peer) {
    avatar.show(peer.id().value(), peer.displayName());
    name.setText(peer.displayName());
  }

  private void show(CallState state) {
    boolean heard = state instanceof Talking talking && talking.isHeard();
    quality.setVisible(heard);
    status.pseudoClassStateChanged(Pseudo.CURRENT, heard);
    status.pseudoClassStateChanged(Pseudo.WRONG, state.isWrong());
    List<Button> wanted = state instanceof Over over ? afterwards(over) : during;
    // Whoever has the focus would lose it if they were put there anew.
    if (!buttons.getChildren().equals(wanted)) {
      buttons.getChildren().setAll(wanted);
    }
  }

  private List<Button> afterwards(Over over) {
    return over.ending().redial() ? List.of(redial, close) : List.of(close);
  }

  private Button wide(String key, Node icon, String style, Runnable action) {
    Button button = new Button(texts.get(key), icon);
    button.getStyleClass().add(style);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> act(action));
    HBox.setMargin(button, new Insets(0, 0, 0, 8));
    return button;
  }

  private void showMute() {
    MuteSign sign = MuteSign.of(texts, model);
    microphone.setIconCode(sign.icon());
    mute.setText(sign.silent() ? sign.word() : null);
    mute.pseudoClassStateChanged(Pseudo.CURRENT, sign.silent() && sign.possible());
    mute.setDisable(!sign.possible());
    mute.setAccessibleText(sign.name());
    mute.setTooltip(new Tooltip(sign.name()));
  }
}
