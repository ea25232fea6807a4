package charla.client.ui;

import charla.protocol.Limits;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Label;

/** How many are new: a number up to "99+", and nothing at all for none. */
public final class CountPill extends Label {
  private final IntegerProperty count = new SimpleIntegerProperty();

  public CountPill() {
    getStyleClass().add("count-pill");
    setMinWidth(USE_PREF_SIZE);
    setMouseTransparent(true);
    textProperty().bind(count.map(n -> n.intValue() < Limits.UNREAD_MAX ? n.toString() : "99+"));
    visibleProperty().bind(count.greaterThan(0));
    managedProperty().bind(visibleProperty());
  }

  public IntegerProperty countProperty() {
    return count;
  }
}
