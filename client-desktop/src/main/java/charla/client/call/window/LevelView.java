package charla.client.call.window;

import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;

/** How loud something is: a bar that fills from the left. */
public final class LevelView extends Region {
  private static final double HEIGHT = 4;

  private final Region filled = new Region();
  private double level;

  /**
   * @param level 0 to 1
   */
  public LevelView(ObservableDoubleValue level, String name) {
    getStyleClass().add("level");
    filled.getStyleClass().add("level-filled");
    setMinHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    setAccessibleText(name);
    getChildren().add(filled);
    level.subscribe(now -> {
      this.level = Math.clamp(now.doubleValue(), 0, 1);
      requestLayout();
    });
  }

  @Override
  protected void layoutChildren() {
    layoutInArea(
        filled, 0, 0, Math.max(HEIGHT, getWidth() * level), HEIGHT, 0, HPos.LEFT, VPos.CENTER);
  }
}
