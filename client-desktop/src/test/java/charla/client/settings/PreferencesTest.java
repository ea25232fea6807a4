package charla.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.ui.Appearance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
  @TempDir Path folder;

  @Test
  void whatWasChosenIsThereAtTheNextStart() {
    Preferences before = new Preferences(folder.resolve("preferences.properties"));
    before.setAppearance(Appearance.DARK);
    before.setLanguage(Optional.of(Locale.of("es")));
    before.setZoom(1.5);
    before.setWindow(new WindowPlace(10, 20, 800, 600, false));

    Preferences after = new Preferences(folder.resolve("preferences.properties"));

    assertThat(after.appearance()).isEqualTo(Appearance.DARK);
    assertThat(after.language()).contains(Locale.of("es"));
    assertThat(after.zoom()).isEqualTo(1.5);
    assertThat(after.window()).contains(new WindowPlace(10, 20, 800, 600, false));
  }

  @Test
  void aDamagedFileMeansTheDefaults() throws Exception {
    Path file = folder.resolve("preferences.properties");
    Files.writeString(file, "appearance=PINK\nzoom=\\uZZ\nwindow=1 2");

    Preferences preferences = new Preferences(file);

    assertThat(preferences.appearance()).isEqualTo(Appearance.SYSTEM);
    assertThat(preferences.zoom()).isEqualTo(1.0);
    assertThat(preferences.window()).isEmpty();
  }
}
