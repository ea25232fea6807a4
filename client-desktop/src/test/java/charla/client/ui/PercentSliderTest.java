package charla.client.ui;

import static charla.client.Shown.dress;
import static charla.client.Shown.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class PercentSliderTest {
  private final List<Double> chosen = new ArrayList<>();

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void whatThePointerLetsGoOfIsChosenOnce() {
    onFx(() -> {
      PercentSlider volume = listenedTo();
      volume.slider().setValueChanging(true);
      volume.slider().setValue(0.2);
      volume.slider().setValue(0.4);
      assertThat(chosen).isEmpty();

      volume.slider().setValueChanging(false);

      assertThat(chosen).containsExactly(0.4);
    });
  }

  @Test
  void whatTheKeyboardMovesItToIsChosenAtOnceAndReadBesideIt() {
    onFx(() -> {
      PercentSlider volume = listenedTo();

      volume.slider().increment();

      assertThat(chosen).containsExactly(1.1);
      assertThat(volume.getChildren())
          .anyMatch(node -> node instanceof Label label && "110 %".equals(label.getText()));
    });
  }

  @Test
  void theNumberStandsBesideTheKnobAlsoAboveTicksAndTheTrackBeginsAtTheEdge() {
    onFx(() -> {
      PercentSlider zoom = listenedTo();
      zoom.slider().setShowTickMarks(true);
      zoom.slider().setMajorTickUnit(0.25);
      VBox page = new VBox(zoom);
      dress(page, 320, 100);

      Bounds knob = place(zoom.lookup(".thumb"));
      Bounds number = place(zoom.getChildren().getLast());
      assertThat(number.getCenterY()).isCloseTo(knob.getCenterY(), within(1.0));
      assertThat(place(zoom.lookup(".track")).getMinX()).isCloseTo(0, within(1.0));
    });
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private PercentSlider listenedTo() {
    PercentSlider volume = new PercentSlider(new Texts(Locale.UK), "Volume", 0, 2);
    volume.onChosen(chosen::add);
    return volume;
  }
}
