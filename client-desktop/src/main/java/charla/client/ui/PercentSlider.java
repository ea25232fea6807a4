package charla.client.ui;

import atlantafx.base.controls.ProgressSliderSkin;
import java.util.function.DoubleConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A slider with what it stands at beside it, in percent of 1. */
public final class PercentSlider extends HBox {
  private static final double PERCENT = 48;
  private static final double KNOB = 20;

  /** So far the knob reaches beyond it, px: tracks begin where their captions do. */
  private static final double BEFORE_THE_TRACK = 6;

  private final Slider slider;

  public PercentSlider(Texts texts, String name, double min, double max) {
    super(8);
    slider = new Slider(min, max, Math.clamp(1.0, min, max));
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setBlockIncrement((max - min) / 20);
    slider.setAccessibleText(name);
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label percent = new Label();
    percent.getStyleClass().add("meta");
    percent.setMinSize(PERCENT, KNOB);
    percent.setAlignment(Pos.CENTER_RIGHT);
    slider
        .valueProperty()
        .subscribe(
            value -> percent.setText(texts.get("percent", Math.round(value.doubleValue() * 100))));
    // Ticks stand below the knob: what it says belongs beside the knob.
    setAlignment(Pos.TOP_CENTER);
    setMargin(slider, new Insets(0, 0, 0, -BEFORE_THE_TRACK));
    getChildren().addAll(slider, percent);
  }

  public Slider slider() {
    return slider;
  }

  /**
   * @param chosen is told what it was moved to, by the keyboard at once, by the pointer when it is
   *     let go
   */
  public void onChosen(DoubleConsumer chosen) {
    slider
        .valueProperty()
        .addListener((o, was, is) -> {
          if (!slider.isValueChanging()) {
            chosen.accept(is.doubleValue());
          }
        });
    slider
        .valueChangingProperty()
        .addListener((o, was, is) -> {
          if (!is) {
            chosen.accept(slider.getValue());
          }
        });
  }
}
