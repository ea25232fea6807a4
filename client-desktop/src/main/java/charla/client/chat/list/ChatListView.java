package charla.client.chat.list;

import charla.client.chat.ConversationEntry;
import charla.client.chat.timeline.MessageKit;
import charla.client.ui.CopyButton;
import charla.client.ui.Keys;
import charla.client.ui.SearchField;
import charla.client.ui.Texts;
import charla.protocol.User;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The conversations, the most recently moved first, with a search field and chips above them. */
public final class ChatListView extends VBox {
  static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

  /** Of what there is to do in an empty list, px. */
  private static final double BUTTON = 200;

  /** What a person can do from here beyond choosing a conversation. */
  public interface Actions {
    void findPeople();

    void invite();

    /** A conversation was chosen with the pointer: the keyboard is for writing then. */
    void pointed();

    /** The commands of one conversation, for its context menu. */
    javafx.scene.control.ContextMenu menuOf(ConversationEntry entry);
  }

  private final Texts texts;
  private final SearchField search;
  private final ToggleButton unreadOnly = new ToggleButton();
  private final ObservableList<ConversationEntry> entries;
  private final FilteredList<ConversationEntry> filtered;
  private final ListView<ConversationEntry> list;
  private final ObjectProperty<@Nullable ConversationEntry> chosen = new SimpleObjectProperty<>();

  public ChatListView(MessageKit kit, ObservableList<ConversationEntry> entries, Actions actions) {
    this.texts = kit.texts();
    search = new SearchField(texts.get("list.search"), Keys.SEARCH);
    getStyleClass().add("chat-list");
    this.entries = entries;
    filtered = new FilteredList<>(entries);
    list = new ListView<>(filtered);
    list.setId("conversations");
    list.getStyleClass().add("conversations");
    list.setFixedCellSize(ConversationCell.HEIGHT);
    list.setAccessibleText(texts.get("rail.chats"));
    list.setCellFactory(view -> cell(kit, actions));
    list.setPlaceholder(placeholder(actions));
    VBox.setVgrow(list, Priority.ALWAYS);
    unreadOnly.setText(texts.get("list.unreadOnly"));
    search.setId("search");
    search.textProperty().subscribe(this::filter);
    getChildren().addAll(new VBox(8, search, chips()), list);
    getChildren().getFirst().getStyleClass().add("chat-list-top");
    keepChoice();
  }

  /** The conversation that is open; null for none. */
  public ObjectProperty<@Nullable ConversationEntry> chosen() {
    return chosen;
  }

  /** Those with whom there is a conversation and whose name has this in it, the newest first. */
  public List<User> peersLike(String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return entries.stream()
        .map(ConversationEntry::peer)
        .filter(peer -> isLike(peer, wanted))
        .toList();
  }

  public void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  public void focusList() {
    list.requestFocus();
  }

  /** Chooses the next conversation below, or above with a negative step; stops at the ends. */
  public void step(int step, java.util.function.Predicate<ConversationEntry> wanted) {
    int at = filtered.indexOf(chosen.get()) + step;
    while (at >= 0 && at < filtered.size()) {
      if (wanted.test(filtered.get(at))) {
        choose(at);
        return;
      }
      at += step;
    }
  }

  /** Chooses by place; nothing when there is none. */
  public void choose(int index) {
    if (index >= 0 && index < filtered.size()) {
      chosen.set(filtered.get(index));
      list.scrollTo(index);
    }
  }

  private HBox chips() {
    ToggleButton all = new ToggleButton(texts.get("list.all"));
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(all, unreadOnly);
    all.setSelected(true);
    group
        .selectedToggleProperty()
        .addListener((o, was, is) -> {
          if (is == null) {
            all.setSelected(true);
          }
          filter();
        });
    HBox chips = new HBox(8, all, unreadOnly);
    chips.setAlignment(Pos.CENTER_LEFT);
    chips.getChildren().forEach(chip -> chip.getStyleClass().add("chip"));
    return chips;
  }

  private void filter() {
    String typed = search.getText().strip().toLowerCase(Locale.ROOT);
    filtered.setPredicate(entry ->
        (!unreadOnly.isSelected() || entry.unreadProperty().get() > 0)
            && isLike(entry.peer(), typed));
  }

  private static boolean isLike(User peer, String typed) {
    return matches(peer.displayName(), typed) || matches(peer.username().value(), typed);
  }

  private static boolean matches(String name, String typed) {
    return name.toLowerCase(Locale.ROOT).contains(typed);
  }

  /** The list's selection and the choice follow each other, also when rows move. */
  private void keepChoice() {
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          if (is != null) {
            chosen.set(is);
          }
        });
    chosen.addListener((o, was, is) -> select(is));
    filtered.addListener((ListChangeListener<ConversationEntry>) change -> select(chosen.get()));
  }

  private void select(@Nullable ConversationEntry entry) {
    if (entry == null) {
      list.getSelectionModel().clearSelection();
    } else if (filtered.contains(entry)) {
      list.getSelectionModel().select(entry);
    }
  }

  private ConversationCell cell(MessageKit kit, Actions actions) {
    ConversationCell cell = new ConversationCell(kit);
    cell.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
        actions.pointed();
      }
    });
    cell.setOnContextMenuRequested(event -> {
      ConversationEntry entry = cell.getItem();
      if (entry != null) {
        actions.menuOf(entry).show(cell, event.getScreenX(), event.getScreenY());
      }
    });
    return cell;
  }

  /** Says what to do next: where there are no conversations at all, or where none fits. */
  private VBox placeholder(Actions actions) {
    Label text = new Label();
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    Button find = new Button(texts.get("list.find"));
    find.getStyleClass().add("accent");
    find.setMaxWidth(BUTTON);
    find.setOnAction(event -> actions.findPeople());
    CopyButton invite =
        new CopyButton(texts.get("list.invite"), texts.get("list.invited"), actions::invite);
    invite.setMaxWidth(BUTTON);
    VBox box = new VBox(12, text, find, invite);
    box.getStyleClass().add("empty");
    box.setAlignment(Pos.CENTER);
    Runnable say =
        () -> {
          boolean none = filtered.getSource().isEmpty();
          boolean searched = !search.getText().isBlank();
          text.setText(
              none
                  ? texts.get("list.none")
                  : searched
                      ? texts.get("list.noMatch", search.getText().strip())
                      : texts.get("list.nothingUnread"));
          find.setVisible(none || searched);
          find.setManaged(none || searched);
          invite.setVisible(none);
          invite.setManaged(none);
        };
    filtered.addListener((ListChangeListener<ConversationEntry>) change -> say.run());
    search.textProperty().subscribe(say);
    unreadOnly.selectedProperty().subscribe(say);
    say.run();
    return box;
  }
}
