package charla.client.ui.emoji;

import static charla.client.Shown.all;
import static charla.client.Shown.dress;
import static charla.client.Shown.inFx;
import static charla.client.Shown.layOut;
import static charla.client.Shown.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Which tab is marked. */
class EmojiPickerTest {
  private EmojiPicker picker;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void open() {
    Emojis emojis = Emojis.load(new EmojiRecents(List.of("👍"), all -> {}));
    picker = inFx(() -> new EmojiPicker(emojis, new Texts(Locale.UK), emoji -> {}));
    onFx(() -> dress(picker, 372, 400));
  }

  @Test
  void atFirstTheRecentOnesAre() {
    onFx(() -> assertThat(marked()).containsExactly("Recent"));
  }

  @Test
  void itIsTheOneThatWasPressed() {
    onFx(() -> {
      tabs().get(4).fire();
      layOut(picker);

      assertThat(marked()).containsExactly("Food and drink");
    });
  }

  @Test
  void itFollowsTheScrolling() {
    onFx(() -> {
      ListView<?> list = (ListView<?>) picker.lookup(".emoji-list");
      list.scrollTo(list.getItems().size() - 1);
      layOut(picker);

      assertThat(marked()).containsExactly("Flags");
    });
  }

  private List<String> marked() {
    return tabs().stream()
        .filter(tab -> tab.getPseudoClassStates().contains(Pseudo.CURRENT))
        .map(Button::getAccessibleText)
        .toList();
  }

  private List<Button> tabs() {
    return all(picker, Button.class)
        .filter(button -> button.getStyleClass().contains("emoji-tab"))
        .toList();
  }
}
