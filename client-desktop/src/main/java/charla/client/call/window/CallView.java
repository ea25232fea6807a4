package charla.client.call.window;

import charla.client.call.CallViewModel;
import charla.client.ui.Icons;
import charla.client.ui.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** A call as a window: with whom, how long, how well, and what can be done. */
public final class CallView extends StackPane {
  public static final double WIDTH = 420;
  public static final double HEIGHT = 560;
  public static final double MIN_WIDTH = 320;
  public static final double MIN_HEIGHT = 240;

  /** Below these the face goes, the words below the buttons, and what is not urgent, px. */
  private static final double NO_FACE = 460;

  private static final double NO_WORDS = 400;
  private static final double ONLY_NEEDED = 340;

  private final CallViewModel model;
  private final FaceView face;
  private final NewsView news;
  private final WaitingCallView waiting;
  private final CallButtonsView buttons;

  /**
   * @param popover what the devices button shows
   * @param dock puts the call into the main window
   */
  public CallView(Texts texts, CallViewModel model, DevicePopoverView popover, Runnable dock) {
    this.model = model;
    setId("call");
    getStyleClass().add("call");
    face = new FaceView(texts, model);
    news = new NewsView(texts, model);
    waiting = new WaitingCallView(texts, model);
    buttons = new CallButtonsView(texts, model, popover);
    VBox middle = new VBox(8, face, news);
    middle.setAlignment(Pos.CENTER);
    middle.getStyleClass().add("call-middle");
    BorderPane all = new BorderPane(middle);
    all.setTop(waiting);
    all.setBottom(buttons);
    Button small = small(texts, dock);
    getChildren().addAll(all, small);
    setAlignment(small, Pos.TOP_RIGHT);
    heightProperty().subscribe(this::arrange);
    waiting.visibleProperty().subscribe(this::arrange);
    BooleanBinding room = waiting.visibleProperty().not();
    small
        .visibleProperty()
        .bind(room.and(Bindings.createBooleanBinding(() -> isCall(model), model.stateProperty())));
    addEventFilter(KeyEvent.KEY_PRESSED, this::onPressed);
  }

  private static boolean isCall(CallViewModel model) {
    return !model.stateProperty().get().isFree();
  }

  private static Button small(Texts texts, Runnable dock) {
    Button small = Icons.button(BootstrapIcons.ARROWS_ANGLE_CONTRACT, texts.get("call.dock"));
    small.setId("call-dock");
    small.getStyleClass().add("call-dock");
    small.setOnAction(event -> dock.run());
    return small;
  }

  private void arrange() {
    double height = getHeight();
    if (height <= 0) {
      return;
    }
    double room = waiting.isVisible() ? height - WaitingCallView.HEIGHT : height;
    face.setLow(room < NO_FACE);
    buttons.setLow(room < NO_WORDS);
    news.setLow(room < ONLY_NEEDED);
    boolean tiny = room < MIN_HEIGHT;
    news.setVisible(!tiny);
    news.setManaged(!tiny);
    buttons.setRowShown(!tiny);
  }

  private void onPressed(KeyEvent key) {
    if (key.getCode() == KeyCode.M && !key.isShortcutDown() && !key.isAltDown()) {
      model.toggleMute();
      key.consume();
    }
  }
}
