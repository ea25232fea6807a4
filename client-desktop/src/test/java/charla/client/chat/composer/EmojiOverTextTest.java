package charla.client.chat.composer;

import static charla.client.Shown.dress;
import static charla.client.Shown.frame;
import static charla.client.Shown.inFx;
import static charla.client.Shown.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.ui.emoji.EmojiRecents;
import charla.client.ui.emoji.Emojis;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class EmojiOverTextTest {
  private TextArea area;
  private EmojiOverTextView covers;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void show() {
    area = inFx(() -> new MessageAreaView(() -> {}));
    covers =
        inFx(
            () -> new EmojiOverTextView(area, Emojis.load(new EmojiRecents(List.of(), all -> {}))));
    onFx(() -> dress(new StackPane(area, covers), 400, 100));
  }

  @Test
  void aPictureHidesTheLetterBelowItFromTheFirstFrameOn() {
    onFx(() -> {
      area.setText("rain 🌦");
      frame(area);

      assertThat(covers.getChildren())
          .singleElement()
          .satisfies(cover -> assertThat(((Region) cover).getBackground()).isNotNull());
    });
  }

  @Test
  void itIsHardlyWiderThanItsLetterAndAsHighAsItIsWide() {
    onFx(() -> {
      area.setText("🌦🌦");
      frame(area);

      assertThat(covers.getChildren())
          .hasSize(2)
          .allSatisfy(cover -> {
            ImageView picture = picture(cover);
            assertThat(picture.getFitWidth()).isEqualTo(picture.getFitHeight());
            assertThat(picture.getFitWidth()).isLessThanOrEqualTo(((Region) cover).getWidth() + 4);
          });
    });
  }

  private static ImageView picture(Node cover) {
    return (ImageView) ((StackPane) cover).getChildren().getFirst();
  }
}
