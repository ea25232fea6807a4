package charla.client.ui.emoji;

import charla.client.ui.Texts;
import charla.client.ui.emoji.EmojiGrid.Cell;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Offers the emoji: a search, a tab a category, and the grid. The keyboard stays in the search
 * field; arrows move in the grid, Enter picks.
 */
public final class EmojiPicker extends VBox {
  private final Emojis emojis;
  private final Texts texts;
  private final Consumer<Emoji> pick;
  private final TextField search = new TextField();
  private final ObservableList<EmojiGrid.Line> lines = FXCollections.observableArrayList();
  private final ListView<EmojiGrid.Line> list = new ListView<>(lines);
  private final Label name = new Label();
  private final EmojiTabs tabs;
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
    list.skinProperty().addListener((o, was, is) -> followScrolling());
    tabs = new EmojiTabs(emojis, texts, this::jumpTo);
    getChildren().addAll(search, tabs, list, name);
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
    tabs.mark(grid.titleAt(0));
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

  /** Its bar is there as soon as the list has a skin. */
  private void followScrolling() {
    list.lookupAll(".scroll-bar").stream()
        .flatMap(node -> node instanceof ScrollBar bar ? Stream.of(bar) : Stream.empty())
        .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
        .forEach(bar -> bar.valueProperty().subscribe(this::markTab));
  }

  private void markTab() {
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null) {
      tabs.mark(grid.titleAt(flow.getFirstVisibleCell().getIndex()));
    }
  }

  private void jumpTo(String title) {
    search.clear();
    int line = grid.lineOf(title);
    if (line >= 0) {
      list.scrollTo(line);
      tabs.mark(title);
    }
    search.requestFocus();
  }
}
