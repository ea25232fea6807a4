package charla.client.settings;

import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Names at the left, what they stand for at the right: shortcuts, trust, about. */
public final class FactsView extends GridPane {
  /**
   * @param facts in the order in which they are shown
   */
  public FactsView(Map<String, String> facts) {
    setHgap(24);
    setVgap(10);
    int row = 0;
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      Label name = new Label(fact.getKey());
      name.getStyleClass().add("muted");
      name.setMinWidth(Region.USE_PREF_SIZE);
      Label value = new Label(fact.getValue());
      value.setWrapText(true);
      // Beside several lines the name stands at the first.
      setValignment(name, VPos.TOP);
      addRow(row++, name, value);
    }
  }
}
