package charla.client.call.window;

import charla.client.call.CallViewModel;
import charla.client.ui.Icons;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
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

  private final CallViewModel model;
  private final FaceView face;
  private final NewsView news;
  private final CallButtonsView buttons;
  private final VBox middle;

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
    buttons = new CallButtonsView(texts, model, popover);
    middle = new VBox(8, face, news);
    middle.getStyleClass().add("call-middle");
    BorderPane all = new BorderPane(middle);
    all.setBottom(buttons);
    Button small = small(texts, dock);
    getChildren().addAll(all, small);
    setAlignment(small, Pos.TOP_RIGHT);
    heightProperty().subscribe(this::arrange);
    small.visibleProperty().bind(model.stateProperty().map(state -> !state.isFree()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::onPressed);
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
    Room room = Room.in(height);
    face.fit(room);
    news.fit(room);
    buttons.fit(room);
    // Without a face the name keeps its place, whatever stands below it.
    middle.setAlignment(room.has(Room.FACE) ? Pos.CENTER : Pos.TOP_CENTER);
    middle.pseudoClassStateChanged(Pseudo.LOW, !room.has(Room.FACE));
  }

  private void onPressed(KeyEvent key) {
    if (key.getCode() == KeyCode.M && !key.isShortcutDown() && !key.isAltDown()) {
      model.toggleMute();
      key.consume();
    }
  }
}
