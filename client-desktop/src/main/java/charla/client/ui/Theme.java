package charla.client.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/**
 * Dresses every scene of the app in light or dark, at once when the choice or the system's setting
 * changes. Colours are looked-up tokens in {@code light.css} and {@code dark.css}; no other file
 * names a colour. FX thread only.
 */
public final class Theme {
  private static final String SHEETS = "/charla/client/ui/";

  private final ObjectProperty<Appearance> appearance =
      new SimpleObjectProperty<>(Appearance.SYSTEM);
  private final ObservableList<Scene> scenes = FXCollections.observableArrayList();

  public Theme() {
    appearance.addListener((o, was, is) -> dressAll());
    Platform.getPreferences().colorSchemeProperty().addListener((o, was, is) -> dressAll());
  }

  public ObjectProperty<Appearance> appearance() {
    return appearance;
  }

  /**
   * Dresses the scene now and from now on; a closed window's scene is let go by {@link #release}.
   */
  public void dress(Scene scene) {
    scenes.add(scene);
    dressAll();
  }

  public void release(Scene scene) {
    scenes.remove(scene);
  }

  public boolean isDark() {
    return switch (appearance.get()) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private void dressAll() {
    Application.setUserAgentStylesheet(
        isDark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    for (Scene scene : scenes) {
      scene
          .getStylesheets()
          .setAll(
              sheet(isDark() ? "dark.css" : "light.css"),
              sheet("charla.css"),
              sheet("chat.css"),
              sheet("calls.css"));
    }
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(SHEETS + name), name).toExternalForm();
  }
}
