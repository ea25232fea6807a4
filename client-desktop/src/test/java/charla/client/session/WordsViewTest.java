package charla.client.session;

import static charla.client.Shown.dress;
import static charla.client.Shown.onFx;
import static charla.client.Shown.words;
import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Fingerprint;
import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class WordsViewTest {
  private static final Fingerprint CA = new Fingerprint("0123456789abcdef".repeat(4));

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void inAGridThreeStandBesideEachOtherAllOfOneWidth() {
    onFx(() -> {
      WordsView view = WordsView.grid(CA);
      dress(new VBox(view), 336, 200);

      assertThat(view.getColumnCount()).isEqualTo(3);
      assertThat(words(view)).isEqualTo(CA.words());
      assertThat(view.getChildren())
          .extracting(chip -> ((Region) chip).getWidth())
          .allSatisfy(width -> assertThat(width).isBetween(105.0, 109.0));
    });
  }

  @Test
  void inAColumnTheyAreNumberedAndReadAloudAsOne() {
    onFx(() -> {
      WordsView view = WordsView.column(CA);

      assertThat(words(view)).startsWith("1", CA.words().getFirst(), "2").hasSize(12);
      assertThat(view.getChildren()).extracting(GridPane::getRowIndex).contains(0, 5);
      assertThat(List.of(view.getAccessibleText().split(" ", -1))).isEqualTo(CA.words());
    });
  }
}
