package charla.client.chat;

import charla.client.chat.conversation.BlockingView;
import charla.client.chat.conversation.ConversationView;
import charla.client.chat.list.ChatListView;
import charla.client.chat.people.PeopleView;
import charla.client.chat.timeline.MessageKit;
import charla.client.notice.Outcome;
import charla.client.notice.ProblemTexts;
import charla.client.ui.Keys;
import charla.client.ui.Texts;
import charla.client.ui.Zone;
import charla.protocol.User;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The list of conversations and the one that is open, side by side; in a narrow window one of the
 * two at a time.
 */
public final class ChatView extends StackPane
    implements ChatListView.Actions, ConversationView.Surroundings {
  /** Below this width there is room for one pane only, px. */
  private static final double NARROW = 704;

  private static final double LIST_MIN = 280;
  private static final double LIST_MAX = 360;

  /** As wide as the style sheet makes it, px. */
  private static final double DIVIDER = 4;

  /**
   * What the chats need from the rest of the app.
   *
   * @param inviteLink what to send to somebody who is to join
   * @param openLink opens a web page in the system's browser
   * @param saveListWidth keeps the width of the list, px
   */
  public record Surroundings(
      ProblemTexts words,
      String inviteLink,
      Consumer<URI> openLink,
      Calling calling,
      Blocks blocks,
      double listWidth,
      Consumer<Double> saveListWidth) {}

  private final Texts texts;
  private final Conversations conversations;
  private final Surroundings surroundings;
  private final MessageKit kit;
  private final ChatListView list;
  private final StackPane detail = new StackPane();
  private final SplitPane split = new SplitPane();
  private final OverlayView overlay = new OverlayView(split, this::focusWhatIsOpen);
  private final Map<KeyCombination, Runnable> keys;
  private @Nullable ConversationView open;
  private double listWidth;

  public ChatView(MessageKit kit, Conversations conversations, Surroundings surroundings) {
    this.kit = kit;
    this.texts = kit.texts();
    this.conversations = conversations;
    this.surroundings = surroundings;
    list = new ChatListView(kit, conversations.entries(), this);
    list.setMinWidth(LIST_MIN);
    list.setMaxWidth(LIST_MAX);
    listWidth = surroundings.listWidth();
    list.setPrefWidth(listWidth);
    list.chosen().addListener((o, was, is) -> show(is));
    SplitPane.setResizableWithParent(list, false);
    list.widthProperty().addListener((o, was, is) -> rememberWidth(is.doubleValue()));
    getChildren().add(overlay);
    widthProperty().subscribe(this::arrange);
    keys = keys();
    show(null);
  }

  @Override
  public void findPeople() {
    search(new PeopleView.Source("people.title", typed -> List.of(), conversations::findPeople));
  }

  /** Whom one talks with stand first, the newest on top; then everybody else. */
  private void switchTo() {
    search(new PeopleView.Source("switch.title", list::peersLike, conversations::findPeople));
  }

  private void search(PeopleView.Source source) {
    PeopleView people =
        new PeopleView(texts, surroundings.words(), source, this::talkTo, this::invite);
    people.setMaxSize(440, 480);
    overlay.show(people);
  }

  @Override
  public void invite() {
    copy(surroundings.inviteLink());
  }

  @Override
  public void pointed() {
    inOpen(ConversationView::focusComposer);
  }

  @Override
  public ContextMenu menuOf(ConversationEntry entry) {
    MenuItem call = new MenuItem(texts.get("call.start", entry.peer().displayName()));
    call.setId("call");
    call.setMnemonicParsing(false);
    call.setDisable(
        calling().hindrance().getValue().isPresent() || blocks().blocks(entry.peer().id()).get());
    call.setOnAction(event -> calling().call(entry.peer()));
    MenuItem read = new MenuItem(texts.get("menu.markRead"));
    read.setDisable(entry.unreadProperty().get() == 0);
    read.setOnAction(event -> conversations.markRead(entry.id(), entry.lastSeqProperty().get()));
    MenuItem name = new MenuItem(texts.get("menu.copyUsername"));
    name.setOnAction(event -> copy(entry.peer().username().value()));
    MenuItem block = new BlockingView(texts, blocks(), overlay).item(entry.peer());
    return new ContextMenu(call, read, name, new SeparatorMenuItem(), block);
  }

  /** The list, where it has room, and the parts of the open conversation. */
  public List<Zone> zones() {
    List<Zone> zones = new ArrayList<>();
    if (split.getItems().contains(list)) {
      zones.add(new Zone(list, list::focusList));
    }
    if (open != null) {
      zones.addAll(open.zones());
    }
    return zones;
  }

  /** Opens this conversation. */
  public void choose(ConversationEntry entry) {
    list.chosen().set(entry);
  }

  public void talkTo(User person) {
    conversations.startWith(
        person,
        outcome -> {
          if (outcome instanceof Outcome.Success<ConversationEntry>(var entry)) {
            overlay.close();
            choose(entry);
          }
        });
  }

  private void focusWhatIsOpen() {
    if (open != null) {
      open.focusComposer();
    } else {
      list.focusList();
    }
  }

  private void show(@Nullable ConversationEntry entry) {
    if (open != null) {
      open.close();
      open = null;
    }
    if (entry == null) {
      detail.getChildren().setAll(nothingChosen());
    } else {
      open = new ConversationView(kit, conversations, entry, this);
      open.backVisibleProperty().set(isNarrow());
      detail.getChildren().setAll(open);
      open.focusComposer();
    }
    arrange();
  }

  @Override
  public void open(URI link) {
    surroundings.openLink().accept(link);
  }

  @Override
  public Calling calling() {
    return surroundings.calling();
  }

  @Override
  public Blocks blocks() {
    return surroundings.blocks();
  }

  @Override
  public OverlayView overlay() {
    return overlay;
  }

  /** Calls the one whose conversation is open. */
  public void call() {
    if (open != null) {
      open.call();
    }
  }

  @Override
  public void back() {
    list.chosen().set(null);
    list.focusList();
  }

  /** Puts one pane or two into the window, as its width allows. */
  private void arrange() {
    if (getWidth() <= 0) {
      return;
    }
    boolean narrow = isNarrow();
    if (open != null) {
      open.backVisibleProperty().set(narrow);
    }
    list.setMaxWidth(narrow ? Double.MAX_VALUE : LIST_MAX);
    List<Node> wanted =
        !narrow ? List.of(list, detail) : open != null ? List.of(detail) : List.of(list);
    if (!split.getItems().equals(wanted)) {
      split.getItems().setAll(wanted);
      if (!narrow) {
        // A position is where the middle of the divider lies.
        split.setDividerPositions((listWidth + DIVIDER / 2) / getWidth());
      }
    }
  }

  private boolean isNarrow() {
    return getWidth() < NARROW;
  }

  private void rememberWidth(double width) {
    if (split.getItems().size() == 2 && width >= LIST_MIN && width <= LIST_MAX) {
      listWidth = width;
      surroundings.saveListWidth().accept(width);
    }
  }

  private VBox nothingChosen() {
    BooleanBinding none = Bindings.isEmpty(conversations.entries());
    Label title = new Label(texts.get("chat.welcome"));
    title.getStyleClass().add("title");
    title.visibleProperty().bind(none);
    title.managedProperty().bind(none);
    Label text = new Label();
    text.textProperty()
        .bind(
            Bindings.when(none)
                .then(texts.get("chat.welcome.text"))
                .otherwise(texts.get("chat.choose")));
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    text.setTextAlignment(TextAlignment.CENTER);
    VBox box = new VBox(8, title, text);
    box.getStyleClass().add("empty");
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private Map<KeyCombination, Runnable> keys() {
    Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    keys.put(Keys.SWITCH, this::switchTo);
    keys.put(Keys.FIND_PEOPLE, this::findPeople);
    keys.put(Keys.SEARCH, list::focusSearch);
    keys.put(Keys.NEWEST, () -> inOpen(ConversationView::toNewest));
    keys.put(Keys.COMPOSER, () -> inOpen(ConversationView::focusComposer));
    keys.put(Keys.NEXT, () -> list.step(1, any -> true));
    keys.put(Keys.PREVIOUS, () -> list.step(-1, any -> true));
    keys.put(Keys.NEXT_UNREAD, () -> list.step(1, ChatView::isUnread));
    keys.put(Keys.PREVIOUS_UNREAD, () -> list.step(-1, ChatView::isUnread));
    for (int i = 0; i < Keys.NUMBERS.size(); i++) {
      int place = i;
      keys.put(Keys.NUMBERS.get(i), () -> list.choose(place));
    }
    return keys;
  }

  /** Acts on the keys of the chats, wherever in the window the focus is. */
  public void onKey(KeyEvent event) {
    keys.entrySet().stream()
        .filter(key -> key.getKey().match(event))
        .findFirst()
        .ifPresent(key -> {
          key.getValue().run();
          event.consume();
        });
  }

  private void inOpen(Consumer<ConversationView> action) {
    if (open != null) {
      action.accept(open);
    }
  }

  private static boolean isUnread(ConversationEntry entry) {
    return entry.unreadProperty().get() > 0;
  }

  private static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }
}
