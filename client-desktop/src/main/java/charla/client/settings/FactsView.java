package charla.client.settings;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Names at the left, what they stand for at the right: trust, about. */
public final class FactsView extends GridPane {
  public FactsView() {
    super(24, 10);
  }

  public FactsView with(String name, String value) {
    Label label = new Label(value);
    label.setWrapText(true);
    return with(name, label);
  }

  /** The next one, below those before. */
  public FactsView with(String name, Node value) {
    Label label = new Label(name);
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    // Beside several lines the name stands at the first.
    setValignment(label, VPos.TOP);
    addRow(getRowCount(), label, value);
    return this;
  }
}
