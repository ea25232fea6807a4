package charla.client.ui.emoji;

import charla.client.ui.Texts;
import charla.client.ui.emoji.EmojiGrid.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Offers the emoji: a search, a tab a category, and the grid. The keyboard stays in the search
 * field; arrows move in the grid, Enter picks.
 */
public final class EmojiPicker extends VBox {
  /** One emoji for each tab, in the order of {@link EmojiIndex#CATEGORIES}. */
  private static final List<String> TABS =
      List.of("😀", "👋", "🐻", "🍔", "⚽", "✈️", "💡", "💕", "🏁");

  private final Emojis emojis;
  private final Texts texts;
  private final Consumer<Emoji> pick;
  private final TextField search = new TextField();
  private final ObservableList<EmojiGrid.Line> lines = FXCollections.observableArrayList();
  private final ListView<EmojiGrid.Line> list = new ListView<>(lines);
  private final Label name = new Label();
  private EmojiGrid grid = new EmojiGrid(List.of());
  private @Nullable Cell current;

  /**
   * @param pick told each emoji picked; closing is up to it
   */
  public EmojiPicker(Emojis emojis, Texts texts, Consumer<Emoji> pick) {
    this.emojis = emojis;
    this.texts = texts;
    this.pick = pick;
    getStyleClass().add("emoji-picker");
    search.setPromptText(texts.get("emoji.search"));
    search.textProperty().addListener((o, was, is) -> refresh());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    name.getStyleClass().addAll("meta", "emoji-name");
    list.getStyleClass().add("emoji-list");
    list.setFocusTraversable(false);
    list.setPlaceholder(new Label(texts.get("emoji.none")));
    list.setCellFactory(view -> new EmojiLineCell(this));
    getChildren().addAll(search, tabs(), list, name);
    refresh();
  }

  /** Ready for the next pick: nothing searched, the recent ones first. */
  public void open() {
    search.clear();
    refresh();
    search.requestFocus();
  }

  EmojiSheet sheet() {
    return emojis.sheet();
  }

  String nameOf(Emoji emoji) {
    return emoji.words(texts.locale()).name();
  }

  boolean isCurrent(Emoji emoji) {
    return current != null && grid.at(current).equals(emoji);
  }

  void hover(Emoji emoji) {
    name.setText(nameOf(emoji));
  }

  void picked(Emoji emoji) {
    emojis.recents().picked(emoji);
    pick.accept(emoji);
  }

  private void refresh() {
    grid = EmojiGrid.of(emojis.index(), emojis.recents(), texts, search.getText());
    lines.setAll(grid.lines());
    list.scrollTo(0);
    moveTo(grid.isEmpty() ? null : grid.first());
  }

  private void onKey(KeyEvent key) {
    Cell at = current;
    if (at == null) {
      return;
    }
    switch (key.getCode()) {
      case RIGHT -> moveTo(grid.beside(at, 1));
      case LEFT -> moveTo(grid.beside(at, -1));
      case DOWN -> moveTo(grid.below(at, 1));
      case UP -> moveTo(grid.below(at, -1));
      case ENTER -> picked(grid.at(at));
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void moveTo(@Nullable Cell cell) {
    current = cell;
    name.setText(cell == null ? "" : nameOf(grid.at(cell)));
    list.refresh();
    if (cell != null && cell.line() > 1) {
      list.scrollTo(Math.max(0, cell.line() - 3));
    }
  }

  private HBox tabs() {
    List<Button> tabs = new ArrayList<>();
    for (int i = 0; i < TABS.size(); i++) {
      tabs.add(tab(TABS.get(i), texts.get("emoji." + EmojiIndex.CATEGORIES.get(i))));
    }
    HBox row = new HBox(2);
    row.setAlignment(Pos.CENTER);
    row.getChildren().addAll(tabs);
    return row;
  }

  private Button tab(String emoji, String title) {
    Button tab = new Button();
    emojis.index().of(emoji).ifPresent(e -> tab.setGraphic(sheet().picture(e, 20)));
    tab.getStyleClass().addAll("flat", "emoji-tab");
    tab.setFocusTraversable(false);
    tab.setAccessibleText(title);
    tab.setTooltip(new Tooltip(title));
    tab.setOnAction(event -> jumpTo(title));
    return tab;
  }

  private void jumpTo(String title) {
    search.clear();
    list.scrollTo(grid.lineOf(title));
    search.requestFocus();
  }
}
