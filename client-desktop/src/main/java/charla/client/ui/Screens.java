package charla.client.ui;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/** The screens of this computer. */
public final class Screens {
  private Screens() {}

  /**
   * The screen on which a point lies, or the first one.
   *
   * @return what bars and docks of the system leave free, px
   */
  public static Rectangle2D at(double x, double y) {
    return Screen.getScreensForRectangle(x, y, 1, 1).stream()
        .findFirst()
        .orElseGet(Screen::getPrimary)
        .getVisualBounds();
  }
}
