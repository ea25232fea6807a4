package charla.client.demo;

import static charla.client.Shown.all;
import static charla.client.Shown.dress;
import static charla.client.Shown.find;
import static charla.client.Shown.layOut;
import static charla.client.Shown.onFx;
import static charla.client.Shown.words;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.call.window.LevelView;
import charla.client.ui.Appearance;
import charla.client.ui.PercentSlider;
import charla.client.ui.ZoomPane;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The pages of Settings as they are shown. */
class SettingsPagesTest {
  private static final int ACCOUNT = 0;
  private static final int CALLS = 3;
  private static final int TRUST = 5;
  private static final int SHORTCUTS = 6;

  @TempDir Path folder;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void savingStandsOutOnceThereIsSomethingToSaveAndSigningOutNever() {
    onFx(() -> {
      ZoomPane window = page(ACCOUNT, 1080);
      Button save = (Button) find(window, "#save-name");
      TextField name = (TextField) find(window, "#display-name");
      assertThat(save.getStyleClass()).doesNotContain("accent");
      assertThat(find(window, "#sign-out").getStyleClass()).doesNotContain("danger", "accent");

      name.setText("Mia T.");
      assertThat(save.getStyleClass()).contains("accent");
      name.setText("Mia Torres");
      assertThat(save.getStyleClass()).doesNotContain("accent");
    });
  }

  @Test
  void onThePageOfCallsEverythingEndsAtOneEdge() {
    onFx(() -> {
      ZoomPane window = page(CALLS, 1080);

      assertThat(
              Stream.of(ComboBox.class, LevelView.class, PercentSlider.class)
                  .flatMap(type -> all(window, type))
                  .map(node -> place(node).getMaxX()))
          .hasSize(5)
          .containsOnly(place(find(window, "#trial")).getMaxX());
    });
  }

  @Test
  void inTheNarrowestWindowNothingOfItIsCutOff() {
    onFx(() -> {
      ZoomPane window = page(CALLS, 640);

      assertThat(all(window, ScrollPane.class))
          .singleElement()
          .satisfies(scroll ->
              assertThat(scroll.getContent().getLayoutBounds().getWidth())
                  .isLessThanOrEqualTo(scroll.getViewportBounds().getWidth()));
    });
  }

  @Test
  void aServerIsKnownByItsWordsAndByItsDigitsInPairs() {
    onFx(() -> {
      ZoomPane window = page(TRUST, 1080);

      assertThat(window.lookupAll(".word")).hasSize(6);
      assertThat(((Label) window.lookup(".mono")).getText()).contains("\n01:23:45:67:89:AB");
    });
  }

  @Test
  void everyKeyStandsByItself() {
    onFx(() -> {
      ZoomPane window = page(SHORTCUTS, 1080);

      assertThat(words(window)).contains("Chats", "Calls", "Window", "Ctrl", "+", ",", "1–9");
      assertThat(window.lookupAll(".key-cap"))
          .extracting(cap -> ((Label) cap).getText())
          .noneMatch(key -> key.length() > 1 && key.contains("+"));
    });
  }

  private ZoomPane page(int index, double width) {
    ZoomPane window = new Staging(folder, DemoTalk::blocking).window(Appearance.LIGHT);
    dress(window, width, 720);
    MainScreens.openSettings(window, index);
    layOut(window);
    return window;
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
