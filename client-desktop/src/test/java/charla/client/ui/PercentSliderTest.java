package charla.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Label;
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

  private PercentSlider listenedTo() {
    PercentSlider volume = new PercentSlider(new Texts(Locale.UK), "Volume", 0, 2);
    volume.onChosen(chosen::add);
    return volume;
  }

  private static void onFx(Runnable check) {
    CompletableFuture.runAsync(check, new FxThread()).join();
  }
}
