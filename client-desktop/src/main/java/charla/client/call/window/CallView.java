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
import charla.protocol.User;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A call as a window: with whom, how long, how well, and what can be done. */
public final class CallView extends BorderPane {
  public static final double WIDTH = 420;
  public static final double HEIGHT = 560;
  public static final double MIN_WIDTH = 320;
  public static final double MIN_HEIGHT = 240;

  /** Below this there is room for what matters only, px. */
  private static final double LOW = 460;

  private final Texts texts;
  private final CallViewModel model;
  private final Label name = new Label();
  private final VBox middle;
  private final VBox bottom = new VBox(16);
  private final CallButtonView mute;
  private final CallButtonView devices;
  private final CallButtonView hold;
  private final CallButtonView chat;
  private final Button hangUp;
  private final VoiceRingView large;
  private final QualityPillView quality;
  private final LevelView level;

  /**
   * @param popover what the devices button shows
   * @param dock puts the call into the main window
   */
  public CallView(Texts texts, CallViewModel model, DevicePopoverView popover, Runnable dock) {
    this.texts = texts;
    this.model = model;
    setId("call");
    getStyleClass().add("call");
    large = new VoiceRingView(112, model.peerProperty());
    large.follow(model.gauge().other());
    mute = new CallButtonView(Feather.MIC, model::toggleMute);
    mute.button().setId("call-mute");
    hold = new CallButtonView(Feather.PAUSE, model::toggleHold);
    hold.button().setId("call-hold");
    devices = new CallButtonView(Feather.SLIDERS, () -> {});
    devices.button().setId("call-devices");
    devices.show(Feather.SLIDERS, texts.get("call.devices.short"), texts.get("call.devices"));
    devices.button().setOnAction(event -> popover.show(devices.button(), Side.TOP));
    chat = new CallButtonView(Feather.MESSAGE_SQUARE, model::openChat);
    chat.show(Feather.MESSAGE_SQUARE, texts.get("call.chat.short"), texts.get("call.chat"));
    hangUp = wide("call.hangUp", Feather.PHONE_OFF, "call-hang-up", model::hangUp);
    hangUp.setTooltip(
        new javafx.scene.control.Tooltip(Keys.named(texts.get("call.hangUp"), CallKeys.HANG_UP)));
    quality = new QualityPillView(model);
    level = new LevelView(model.gauge().own(), texts.get("call.own"));
    level.setMaxWidth(160);
    middle = middle();
    setTop(new VBox(new WaitingCallView(texts, model), top(dock)));
    setCenter(middle);
    setBottom(bottom);
    bottom.getStyleClass().add("call-bottom");
    bottom.setAlignment(Pos.CENTER);
    model.peerProperty().subscribe(peer -> peer.ifPresent(this::show));
    model.stateProperty().subscribe(this::show);
    heightProperty().subscribe(height -> arrange(height.doubleValue()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::onPressed);
    addEventFilter(KeyEvent.KEY_RELEASED, this::onReleased);
  }

  private HBox top(Runnable dock) {
    Button small = Icons.button(Feather.MINIMIZE_2, texts.get("call.dock"));
    small.setId("call-dock");
    small.setOnAction(event -> dock.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox top = new HBox(space, small);
    top.getStyleClass().add("call-top");
    return top;
  }

  private VBox middle() {
    name.getStyleClass().add("title");
    Label status = new Label();
    status.setId("call-status");
    status.getStyleClass().add("call-status");
    status.textProperty().bind(model.statusProperty());
    Label notice = new Label();
    notice.setId("call-notice");
    notice.getStyleClass().add("call-notice");
    notice.setWrapText(true);
    notice.textProperty().bind(model.noticeProperty());
    notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
    notice.managedProperty().bind(notice.visibleProperty());
    VBox box = new VBox(8, large, name, status, quality, notice, level);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("call-middle");
    return box;
  }

  private void show(User peer) {
    name.setText(peer.displayName());
  }

  private void show(CallState state) {
    pseudoClassStateChanged(
        Pseudo.WRONG,
        (state instanceof Talking talking && talking.path() != Talking.Path.GOOD)
            || (state instanceof Over over && over.ending().redial()));
    large.setRingShown(isGood(state));
    if (state instanceof Over over) {
      bottom.getChildren().setAll(afterwards(over));
      level.setVisible(false);
      return;
    }
    if (state instanceof Ringing) {
      return;
    }
    boolean muted = model.mutedProperty().get();
    boolean holding = model.holdingProperty().get();
    boolean talking = state instanceof Talking;
    mute.show(
        muted ? Feather.MIC_OFF : Feather.MIC,
        texts.get(muted ? "call.muted" : "call.mute"),
        Keys.named(texts.get(muted ? "call.unmute" : "call.mute"), CallKeys.MUTE) + " · M");
    mute.button().pseudoClassStateChanged(Pseudo.CURRENT, muted);
    hold.show(
        holding ? Feather.PLAY : Feather.PAUSE,
        texts.get(holding ? "call.unhold" : "call.hold"),
        texts.get(holding ? "call.unhold" : "call.hold"));
    hold.button().pseudoClassStateChanged(Pseudo.CURRENT, holding);
    hold.setDisable(!talking);
    level.setVisible(talking);
    bottom.getChildren().setAll(buttons(), hangUp);
  }

  private static boolean isGood(CallState state) {
    return state instanceof Talking talking && talking.path() == Talking.Path.GOOD;
  }

  private HBox buttons() {
    HBox row = new HBox(4, mute, devices, hold, chat);
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private HBox afterwards(Over over) {
    Button close = wide("call.dismiss", Feather.X, "call-dismiss", model::dismiss);
    HBox row = new HBox(8, close);
    if (over.ending().redial()) {
      row.getChildren().add(wide("call.redial", Feather.PHONE, "call-redial", model::redial));
    }
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private Button wide(String key, Feather ikon, String style, Runnable action) {
    Button button = new Button(texts.get(key), Icons.of(ikon));
    button.setId(style);
    button.getStyleClass().addAll("call-wide", style);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** In a low window the face goes first, then the words below the buttons. */
  private void arrange(double height) {
    boolean low = height > 0 && height < LOW;
    large.setVisible(!low);
    large.setManaged(!low);
    quality.setVisible(height == 0 || height >= 300);
    quality.setManaged(quality.isVisible());
    for (CallButtonView button : new CallButtonView[] {mute, devices, hold, chat}) {
      button.setWordShown(!low);
    }
    bottom.setSpacing(low ? 8 : 16);
  }

  private void onPressed(KeyEvent key) {
    if (key.getCode() == KeyCode.M && !key.isShortcutDown() && !key.isAltDown()) {
      model.toggleMute();
      key.consume();
    } else if (key.getCode() == KeyCode.SPACE && model.isPushToTalk()) {
      model.talk();
      key.consume();
    }
  }

  private void onReleased(KeyEvent key) {
    if (key.getCode() == KeyCode.SPACE && model.isPushToTalk()) {
      model.listen();
      key.consume();
    }
  }
}
