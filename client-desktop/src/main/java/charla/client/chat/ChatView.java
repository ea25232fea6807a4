package charla.client.chat;

import charla.client.chat.conversation.ConversationView;
import charla.client.chat.list.ChatListView;
import charla.client.chat.people.PeopleView;
import charla.client.chat.timeline.MessageKit;
import charla.client.notice.Outcome;
import charla.client.notice.ProblemTexts;
import charla.client.ui.Texts;
import charla.protocol.User;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
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
      double listWidth,
      Consumer<Double> saveListWidth) {}

  private final Texts texts;
  private final Conversations conversations;
  private final Surroundings surroundings;
  private final MessageKit kit;
  private final ChatListView list;
  private final StackPane detail = new StackPane();
  private final SplitPane split = new SplitPane();
  private @Nullable ConversationView open;

  public ChatView(MessageKit kit, Conversations conversations, Surroundings surroundings) {
    this.kit = kit;
    this.texts = kit.texts();
    this.conversations = conversations;
    this.surroundings = surroundings;
    list = new ChatListView(kit, conversations.entries(), this);
    list.setMinWidth(LIST_MIN);
    list.setMaxWidth(LIST_MAX);
    list.setPrefWidth(surroundings.listWidth());
    list.chosen().addListener((o, was, is) -> show(is));
    SplitPane.setResizableWithParent(list, false);
    list.widthProperty().addListener((o, was, is) -> rememberWidth(is.doubleValue()));
    getChildren().add(split);
    widthProperty().subscribe(this::arrange);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    show(null);
  }

  @Override
  public void findPeople() {
    if (getChildren().size() > 1) {
      return;
    }
    PeopleView people =
        new PeopleView(
            texts,
            surroundings.words(),
            conversations::findPeople,
            this::talkTo,
            this::closeOverlay);
    people.setMaxSize(440, 480);
    StackPane scrim = new StackPane(people);
    scrim.getStyleClass().add("scrim");
    scrim.setOnMousePressed(event -> {
      if (scrim.equals(event.getTarget())) {
        closeOverlay();
      }
    });
    getChildren().add(scrim);
    people.focusInput();
  }

  @Override
  public void invite() {
    copy(surroundings.inviteLink());
  }

  @Override
  public ContextMenu menuOf(ConversationEntry entry) {
    MenuItem read = new MenuItem(texts.get("menu.markRead"));
    read.setDisable(entry.unreadProperty().get() == 0);
    read.setOnAction(event -> conversations.markRead(entry.id(), entry.lastSeqProperty().get()));
    MenuItem name = new MenuItem(texts.get("menu.copyUsername"));
    name.setOnAction(event -> copy(entry.peer().username().value()));
    return new ContextMenu(read, name);
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
            closeOverlay();
            choose(entry);
          }
        });
  }

  private void closeOverlay() {
    getChildren().retainAll(split);
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
        split.setDividerPositions(surroundings.listWidth() / getWidth());
      }
    }
  }

  private boolean isNarrow() {
    return getWidth() < NARROW;
  }

  private void rememberWidth(double width) {
    if (split.getItems().size() == 2 && width >= LIST_MIN && width <= LIST_MAX) {
      surroundings.saveListWidth().accept(width);
    }
  }

  private Label nothingChosen() {
    Label label = new Label(texts.get("chat.choose"));
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    StackPane.setAlignment(label, Pos.CENTER);
    return label;
  }

  private void onKey(KeyEvent event) {
    boolean done =
        event.isShortcutDown()
            ? !event.isAltDown() && !event.isShiftDown() && onShortcut(event.getCode())
            : event.isAltDown() && onAlt(event);
    if (done) {
      event.consume();
    }
  }

  private boolean onShortcut(KeyCode code) {
    switch (code) {
      case J -> toNewest();
      case N -> findPeople();
      case K, F -> list.focusSearch();
      case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5, DIGIT6, DIGIT7, DIGIT8, DIGIT9 ->
          list.choose(Integer.parseInt(code.getName()) - 1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void toNewest() {
    if (open != null) {
      open.toNewest();
    }
  }

  private boolean onAlt(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> list.step(1, wanted(event));
      case UP -> list.step(-1, wanted(event));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Predicate<ConversationEntry> wanted(KeyEvent event) {
    return event.isShiftDown() ? entry -> entry.unreadProperty().get() > 0 : entry -> true;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
