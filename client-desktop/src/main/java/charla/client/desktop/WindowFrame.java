package charla.client.desktop;

import charla.client.settings.Preferences;
import charla.client.settings.WindowPlace;
import charla.client.ui.Texts;
import charla.client.ui.Theme;
import charla.client.ui.ZoomPane;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main window: its place, its look, its zoom, its title. FX thread only. */
public final class WindowFrame {
  private static final Logger LOG = LoggerFactory.getLogger(WindowFrame.class);

  private static final double WIDTH = 1080;
  private static final double HEIGHT = 720;
  private static final double MIN_WIDTH = 640;
  private static final double MIN_HEIGHT = 550;
  private static final double ZOOM_STEP = 0.25;

  private final Stage stage;
  private final Texts texts;
  private final Preferences preferences;
  private final Runnable quit;
  private final Theme theme = new Theme();
  private final StackPane content = new StackPane();
  private final ZoomPane zoom = new ZoomPane(content);

  /**
   * @param quit ends all there is, where the keys for it are pressed
   */
  public WindowFrame(Stage stage, Texts texts, Preferences preferences, Runnable quit) {
    this.quit = quit;
    this.stage = stage;
    this.texts = texts;
    this.preferences = preferences;
    theme.appearance().set(preferences.appearance());
    zoom.setZoom(preferences.zoom());
    Scene scene = new Scene(zoom, WIDTH, HEIGHT);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    theme.dress(scene);
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.getIcons().setAll(icons());
    setUnread(0);
    stage.setOnHiding(event -> remember());
    placeAsBefore();
  }

  public Theme theme() {
    return theme;
  }

  public void setContent(Node view) {
    content.getChildren().setAll(view);
  }

  public void setZoom(double value) {
    zoom.setZoom(value);
  }

  public void setUnread(int unread) {
    String name = texts.get("app.name");
    stage.setTitle(unread == 0 ? name : "(" + unread + ") " + name);
  }

  public void show() {
    stage.getScene().addPostLayoutPulseListener(new FirstFrame());
    stage.show();
  }

  /** Brings the window before all others. */
  public void raise() {
    if (!stage.isShowing()) {
      placeAsBefore();
    }
    stage.setIconified(false);
    stage.show();
    stage.toFront();
    stage.requestFocus();
  }

  /** Keeps where the window stands for when it is shown again. */
  private void remember() {
    preferences.setWindow(
        new WindowPlace(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
  }

  private void placeAsBefore() {
    preferences.window().filter(WindowFrame::isOnAScreen).ifPresent(this::place);
  }

  private void place(WindowPlace place) {
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    stage.setMaximized(place.maximized());
  }

  /** A screen that was unplugged must not take the window with it. */
  private static boolean isOnAScreen(WindowPlace place) {
    return Screen.getScreens().stream()
        .map(Screen::getVisualBounds)
        .anyMatch((Rectangle2D bounds) ->
            bounds.intersects(place.x() + 40, place.y() + 10, place.width() - 80, 20));
  }

  /** The system takes the size it needs. */
  private static List<Image> icons() {
    return Stream.of(16, 32, 48, 128, 256)
        .map(size -> WindowFrame.class.getResource("charla-" + size + ".png"))
        .filter(Objects::nonNull)
        .map(url -> new Image(url.toExternalForm()))
        .toList();
  }

  /** Writes down when the window could be used: how long a start takes is measured by it. */
  private final class FirstFrame implements Runnable {
    @Override
    public void run() {
      LOG.info("The window is usable");
      stage.getScene().removePostLayoutPulseListener(this);
    }
  }

  private void onKey(KeyEvent event) {
    if (!event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean done = true;
    switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> zoomTo(zoom.getZoom() + ZOOM_STEP);
      case MINUS, SUBTRACT -> zoomTo(zoom.getZoom() - ZOOM_STEP);
      case DIGIT0, NUMPAD0 -> zoomTo(1);
      case Q -> quit.run();
      default -> done = false;
    }
    if (done) {
      event.consume();
    }
  }

  private void zoomTo(double value) {
    zoom.setZoom(value);
    preferences.setZoom(zoom.getZoom());
  }
}
