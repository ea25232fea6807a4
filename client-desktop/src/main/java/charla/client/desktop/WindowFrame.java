package charla.client.desktop;

import charla.client.settings.Preferences;
import charla.client.settings.WindowPlace;
import charla.client.ui.Texts;
import charla.client.ui.Theme;
import charla.client.ui.ZoomPane;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The main window: its place, its look, its zoom, its title. FX thread only. */
public final class WindowFrame {
  private static final double WIDTH = 1080;
  private static final double HEIGHT = 720;
  private static final double MIN_WIDTH = 640;
  private static final double MIN_HEIGHT = 550;
  private static final double ZOOM_STEP = 0.25;

  private final Stage stage;
  private final Texts texts;
  private final Preferences preferences;
  private final Theme theme = new Theme();
  private final StackPane content = new StackPane();
  private final ZoomPane zoom = new ZoomPane(content);

  public WindowFrame(Stage stage, Texts texts, Preferences preferences) {
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
    setUnread(0);
    preferences.window().filter(WindowFrame::isOnAScreen).ifPresent(this::place);
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
    stage.show();
  }

  /** Keeps where the window stands for the next start. */
  public void remember() {
    preferences.setWindow(
        new WindowPlace(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
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

  private void onKey(KeyEvent event) {
    if (!event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean done = true;
    switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> zoomTo(zoom.getZoom() + ZOOM_STEP);
      case MINUS, SUBTRACT -> zoomTo(zoom.getZoom() - ZOOM_STEP);
      case DIGIT0, NUMPAD0 -> zoomTo(1);
      case Q -> stage.close();
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
