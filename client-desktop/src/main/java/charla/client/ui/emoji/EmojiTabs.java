package charla.client.ui.emoji;

import charla.client.ui.Icons;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The recent emoji and the categories, a tab each; the one that is in view is marked. */
final class EmojiTabs extends HBox {
  /** One emoji for each tab, in the order of {@link EmojiIndex#CATEGORIES}. */
  private static final List<String> SIGNS =
      List.of("😀", "👋", "🐻", "🍔", "⚽", "✈️", "💡", "💕", "🏁");

  /** By its title, as it stands in the grid. */
  private record Tab(String title, Button button) {}

  private final Consumer<String> jump;
  private final List<Tab> tabs = new ArrayList<>();

  /**
   * @param jump is told the title of what is to be shown
   */
  EmojiTabs(Emojis emojis, Texts texts, Consumer<String> jump) {
    super(2);
    this.jump = jump;
    setAlignment(Pos.CENTER);
    add(texts.get("emoji.recent"), Icons.of(BootstrapIcons.CLOCK));
    for (int i = 0; i < SIGNS.size(); i++) {
      String title = texts.get("emoji." + EmojiIndex.CATEGORIES.get(i));
      emojis
          .index()
          .of(SIGNS.get(i))
          .ifPresent(sign -> add(title, emojis.sheet().picture(sign, 20)));
    }
  }

  /**
   * @param title of what is in view; empty for nothing
   */
  void mark(String title) {
    tabs.forEach(
        tab -> tab.button().pseudoClassStateChanged(Pseudo.CURRENT, tab.title().equals(title)));
  }

  private void add(String title, Node sign) {
    Button button = new Button(null, sign);
    button.getStyleClass().addAll("flat", "emoji-tab");
    button.setFocusTraversable(false);
    button.setAccessibleText(title);
    button.setTooltip(new Tooltip(title));
    button.setOnAction(event -> jump.accept(title));
    tabs.add(new Tab(title, button));
    getChildren().add(button);
  }
}
