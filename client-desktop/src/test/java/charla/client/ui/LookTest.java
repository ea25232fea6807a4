package charla.client.ui;

import static charla.client.Shown.all;
import static charla.client.Shown.dress;
import static charla.client.Shown.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/** What the style sheets promise of controls, in light and in dark. */
class LookTest {
  private static final double TARGET = 32;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void aSliderStandsOutAndIsFilledUpToItsKnob(Appearance look) {
    onFx(() -> {
      PercentSlider volume = new PercentSlider(new Texts(Locale.UK), "Volume", 0, 2);
      VBox page = new VBox(volume);
      dress(page, 400, 100, look);

      assertThat(Contrast.between(fill(volume.lookup(".track")), fill(page.getScene().getRoot())))
          .isGreaterThanOrEqualTo(3);
      assertThat(fill(volume.lookup(".progress"))).isEqualTo(fill(volume.lookup(".thumb")));
      assertThat(((Region) volume.lookup(".progress")).getWidth()).isPositive();
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void wordsOnADangerousButtonAreLighterThanItIs(Appearance look) {
    onFx(() -> {
      Button button = new Button("Block");
      button.getStyleClass().add("danger");
      dress(new VBox(button), 400, 100, look);

      assertThat(Contrast.luminance((Color) button.getTextFill()))
          .isGreaterThan(Contrast.luminance(fill(button)));
    });
  }

  @Test
  void controlsAreRoundedAsCardsAndBubblesAre() {
    onFx(() -> {
      VBox page = new VBox(new Button("Save"), new TextField(), new ComboBox<>());
      dress(page, 400, 200);

      assertThat(page.getChildren())
          .extracting(control -> ((Control) control).getBackground().getFills().getFirst())
          .allMatch(outermost -> outermost.getRadii().getTopLeftHorizontalRadius() == 8);
    });
  }

  @Test
  void whatIsPressedIsLargeEnough() {
    onFx(() -> {
      ToggleButton chip = new ToggleButton("All");
      chip.getStyleClass().add("chip");
      VBox page =
          new VBox(
              chip, new RadioButton("Light"), new CheckBox("Echo"), new Hyperlink("Call back"));
      dress(page, 400, 300);

      assertThat(page.getChildren())
          .allSatisfy(control ->
              assertThat(((Region) control).getHeight())
                  .as(control.toString())
                  .isGreaterThanOrEqualTo(TARGET));
    });
  }

  @Test
  void theScrollBarOfALongListCanBeGrabbedAndIsNoWider() {
    onFx(() -> {
      ScrollBar bar = new ScrollBar();
      bar.setOrientation(Orientation.VERTICAL);
      bar.setVisibleAmount(0.001);
      VBox page = new VBox(bar);
      page.setFillWidth(false);
      bar.setPrefHeight(400);
      dress(page, 400, 400);

      assertThat(((Region) bar.lookup(".thumb")).getHeight()).isGreaterThanOrEqualTo(TARGET);
      assertThat(bar.getWidth()).isEqualTo(8);
      assertThat(all(bar, Region.class))
          .filteredOn(part -> part.getStyleClass().contains("track"))
          .allMatch(track -> fill(track).getOpacity() == 0);
    });
  }

  /** The colour on top. */
  private static Color fill(Node node) {
    return (Color)
        Objects.requireNonNull(((Region) node).getBackground()).getFills().getLast().getFill();
  }
}
