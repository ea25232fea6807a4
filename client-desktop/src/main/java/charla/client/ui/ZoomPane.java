package charla.client.ui;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows its content larger or smaller as a whole: text, icons and spaces alike. */
public final class ZoomPane extends Pane {
  public static final double MIN = 0.75;
  public static final double MAX = 2.0;

  private final DoubleProperty zoom = new SimpleDoubleProperty(1);
  private final Region content;

  public ZoomPane(Region content) {
    this.content = content;
    Scale scale = new Scale();
    scale.xProperty().bind(zoom);
    scale.yProperty().bind(zoom);
    content.getTransforms().add(scale);
    zoom.addListener((o, was, is) -> requestLayout());
    getChildren().add(content);
  }

  /** 0.75 to 2; other values are brought back between. */
  public void setZoom(double value) {
    zoom.set(Math.clamp(value, MIN, MAX));
  }

  public double getZoom() {
    return zoom.get();
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / zoom.get(), getHeight() / zoom.get());
  }
}
