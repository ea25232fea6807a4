package charla.client.settings;

import charla.client.ui.Appearance;
import charla.client.ui.Field;
import charla.client.ui.PercentSlider;
import charla.client.ui.Texts;
import charla.client.ui.ZoomPane;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Light, dark or system; zoom; language. */
public final class AppearanceView extends VBox {
  public AppearanceView(
      Texts texts,
      Preferences preferences,
      ObjectProperty<Appearance> appearance,
      DoubleConsumer applyZoom) {
    super(24);
    getChildren()
        .addAll(
            appearance(texts, preferences, appearance),
            zoom(texts, preferences, applyZoom),
            language(texts, preferences));
  }

  private static VBox appearance(
      Texts texts, Preferences preferences, ObjectProperty<Appearance> appearance) {
    VBox box = new VBox(caption(texts.get("appearance.look")));
    ToggleGroup group = new ToggleGroup();
    for (Appearance choice : Appearance.values()) {
      RadioButton button =
          choice(texts.get("appearance." + choice.name().toLowerCase(Locale.ROOT)), group);
      button.setId("appearance-" + choice.name().toLowerCase(Locale.ROOT));
      button.setSelected(appearance.get() == choice);
      button.setOnAction(event -> {
        appearance.set(choice);
        preferences.setAppearance(choice);
      });
      box.getChildren().add(button);
    }
    return box;
  }

  private static Field zoom(Texts texts, Preferences preferences, DoubleConsumer apply) {
    PercentSlider zoom =
        new PercentSlider(texts, texts.get("appearance.zoom"), ZoomPane.MIN, ZoomPane.MAX);
    Slider slider = zoom.slider();
    slider.setId("zoom");
    slider.setMajorTickUnit(0.25);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setShowTickMarks(true);
    slider.setValue(preferences.zoom());
    zoom.setMaxWidth(320);
    // While it is dragged the slider must not grow away from under the pointer.
    zoom.onChosen(value -> {
      preferences.setZoom(value);
      apply.accept(value);
    });
    return new Field(texts.get("appearance.zoom"), slider, zoom, texts.get("appearance.zoom.hint"));
  }

  private static VBox language(Texts texts, Preferences preferences) {
    Label hint = new Label(texts.get("language.hint"));
    hint.getStyleClass().add("meta");
    VBox box = new VBox(caption(texts.get("language.title")));
    ToggleGroup group = new ToggleGroup();
    RadioButton system = choice(texts.get("language.system"), group);
    system.setSelected(preferences.language().isEmpty());
    system.setOnAction(event -> preferences.setLanguage(Optional.empty()));
    box.getChildren().add(system);
    for (Locale language : Texts.LANGUAGES) {
      // A language is called by its own name, so that who needs it can read it.
      RadioButton button = choice(capitalised(language.getDisplayLanguage(language)), group);
      button.setSelected(
          preferences
              .language()
              .map(Locale::getLanguage)
              .equals(Optional.of(language.getLanguage())));
      button.setOnAction(event -> preferences.setLanguage(Optional.of(language)));
      box.getChildren().add(button);
    }
    box.getChildren().add(hint);
    return box;
  }

  private static RadioButton choice(String text, ToggleGroup group) {
    RadioButton button = new RadioButton(text);
    button.setToggleGroup(group);
    return button;
  }

  private static Label caption(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("field-label");
    return label;
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
