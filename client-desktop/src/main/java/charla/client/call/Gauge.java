package charla.client.call;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is measured in the call that there is. FX thread only. */
public final class Gauge {
  private final DoubleProperty own = new SimpleDoubleProperty();
  private final DoubleProperty other = new SimpleDoubleProperty();
  private final ObjectProperty<Optional<Quality>> quality =
      new SimpleObjectProperty<>(Optional.empty());

  /** How loud the own microphone is, 0 to 1, muted or not. */
  public ReadOnlyDoubleProperty own() {
    return own;
  }

  /** How loud the other one is, 0 to 1. */
  public ReadOnlyDoubleProperty other() {
    return other;
  }

  /** Of the last second; empty before the first. */
  public ReadOnlyObjectProperty<Optional<Quality>> quality() {
    return quality;
  }

  void levels(double newOwn, double newOther) {
    own.set(newOwn);
    other.set(newOther);
  }

  void measured(Quality now) {
    quality.set(Optional.of(now));
  }

  void reset() {
    levels(0, 0);
    quality.set(Optional.empty());
  }
}
