package charla.client.demo;

import charla.client.ui.Appearance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Windows of one size beside each other, each below its name. */
final class Sheet {
  private static final double GAP = 24;
  private static final double NAME = 28;
  private static final double EDGE = 2;

  private final int columns;
  private final Camera.Size each;
  private final Map<String, Supplier<? extends Region>> windows = new LinkedHashMap<>();

  Sheet(int columns, Camera.Size each) {
    this.columns = columns;
    this.each = each;
  }

  Sheet add(String name, Supplier<? extends Region> window) {
    windows.put(name, window);
    return this;
  }

  void take(Camera camera, String name) throws InterruptedException {
    take(camera, name, root -> {});
  }

  /** After {@code then} was done to all of it. */
  void take(Camera camera, String name, Consumer<Parent> then) throws InterruptedException {
    camera.take(name, size(), this::draw, then);
  }

  private Camera.Size size() {
    int rows = (windows.size() + columns - 1) / columns;
    return new Camera.Size(
        GAP + columns * (each.width() + EDGE + GAP),
        GAP + rows * (each.height() + EDGE + NAME + GAP));
  }

  private Parent draw(Appearance look) {
    GridPane grid = new GridPane(GAP, GAP);
    grid.setPadding(new Insets(GAP));
    grid.getStyleClass().add("welcome");
    windows.forEach((name, window) -> {
      int place = grid.getChildren().size();
      grid.add(named(name, window.get()), place % columns, place / columns);
    });
    return grid;
  }

  private Node named(String name, Region window) {
    Label label = new Label(name);
    label.getStyleClass().add("meta");
    label.setMinHeight(NAME);
    window.setMinSize(each.width(), each.height());
    window.setPrefSize(each.width(), each.height());
    window.setMaxSize(each.width(), each.height());
    StackPane edge = new StackPane(window);
    edge.setStyle("-fx-border-color: -charla-border");
    return new VBox(label, edge);
  }
}
