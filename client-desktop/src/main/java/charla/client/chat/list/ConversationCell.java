package charla.client.chat.list;

import charla.client.chat.CallLineIcon;
import charla.client.chat.CallLineWords;
import charla.client.chat.ChatMessage;
import charla.client.chat.ConversationEntry;
import charla.client.chat.timeline.MessageKit;
import charla.client.chat.timeline.StateIconView;
import charla.client.ui.Avatar;
import charla.client.ui.Icons;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import charla.client.ui.Times;
import charla.client.ui.emoji.EmojiLine;
import charla.protocol.CallLine;
import charla.protocol.Limits;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** One conversation, 64 px: who, when, what was said last, and what is not read. */
final class ConversationCell extends ListCell<ConversationEntry> {
  static final double HEIGHT = 64;

  private final Texts texts;
  private final CallLineWords callWords;
  private final Times times;
  private final Avatar avatar = new Avatar(40);
  private final Label name = new Label();
  private final Label time = new Label();
  private final StateIconView state = new StateIconView();
  private final FontIcon call = Icons.of(BootstrapIcons.TELEPHONE_INBOUND);
  private final EmojiLine preview;
  private final Label pill = new Label();
  private final HBox row;
  private Subscription shown = Subscription.EMPTY;

  ConversationCell(MessageKit kit) {
    this.texts = kit.texts();
    this.times = kit.times();
    this.callWords = new CallLineWords(texts);
    this.preview = new EmojiLine(kit.emojis());
    getStyleClass().add("conversation-cell");
    name.getStyleClass().add("conversation-name");
    time.getStyleClass().add("meta");
    time.setMinWidth(Region.USE_PREF_SIZE);
    preview.getStyleClass().add("conversation-preview");
    pill.getStyleClass().add("unread-pill");
    pill.setMinWidth(Region.USE_PREF_SIZE);
    call.managedProperty().bind(call.visibleProperty());
    VBox lines = new VBox(4, line(name, time), line(beginning(state, call, preview), pill));
    HBox.setHgrow(lines, Priority.ALWAYS);
    // The text may shrink to nothing: the list never scrolls sideways.
    lines.setMinWidth(0);
    lines.setAlignment(Pos.CENTER_LEFT);
    row = new HBox(12, avatar, lines);
    row.getStyleClass().add("conversation-row");
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefHeight(HEIGHT);
    setPrefWidth(0);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected void updateItem(@Nullable ConversationEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    shown.unsubscribe();
    shown = Subscription.EMPTY;
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    setGraphic(row);
    shown =
        Subscription.combine(
            entry.peerProperty().subscribe(() -> show(entry)),
            entry.lastMessageProperty().subscribe(() -> show(entry)),
            entry.unreadProperty().subscribe(() -> show(entry)),
            entry.draftProperty().subscribe(() -> show(entry)),
            entry.typingProperty().subscribe(() -> show(entry)));
    show(entry);
  }

  private void show(ConversationEntry entry) {
    avatar.show(entry.peer().id().value(), entry.peer().displayName());
    avatar.setOnline(entry.peer().online());
    name.setText(entry.peer().displayName());
    int unread = entry.unreadProperty().get();
    pseudoClassStateChanged(ChatListView.UNREAD, unread > 0);
    pill.setVisible(unread > 0);
    pill.setManaged(unread > 0);
    pill.setText(unread >= Limits.UNREAD_MAX ? "99+" : Integer.toString(unread));
    ChatMessage last = entry.lastMessageProperty().get();
    time.setText(last == null ? "" : times.shortest(last.at()));
    showPreview(entry, last);
    setAccessibleText(
        String.join(
            ", ",
            name.getText(),
            preview.getText(),
            time.getText(),
            unread > 0 ? texts.count("list.unread", unread) : ""));
  }

  /** What matters most: what one began to write, then what the other is about to say. */
  private void showPreview(ConversationEntry entry, @Nullable ChatMessage last) {
    preview.getStyleClass().removeAll("accent-text");
    call.setVisible(false);
    row.pseudoClassStateChanged(Pseudo.MISSED, false);
    String draft = entry.draftProperty().get();
    boolean ownLast = false;
    if (!draft.isBlank()) {
      preview.setText(texts.get("list.draft", oneLine(draft)));
      preview.getStyleClass().add("accent-text");
    } else if (entry.typingProperty().get()) {
      preview.setText(texts.get("list.typing"));
      preview.getStyleClass().add("accent-text");
    } else if (last == null || last.isHidden()) {
      preview.setText("@" + entry.peer().username());
    } else if (last.call() != null) {
      show(last.call(), last.own());
    } else {
      ownLast = last.own();
      preview.setText(oneLine(last.content()));
    }
    state.setVisible(ownLast);
    state.setManaged(ownLast);
    if (ownLast && last != null) {
      state.show(last.state());
    }
  }

  private void show(CallLine ended, boolean own) {
    preview.setText(callWords.of(ended, own));
    call.setIconCode(CallLineIcon.of(ended.reason(), own));
    call.setVisible(true);
    row.pseudoClassStateChanged(Pseudo.MISSED, CallLineWords.isMissed(ended.reason(), own));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static HBox beginning(Node state, Node call, Node preview) {
    HBox.setHgrow(preview, Priority.ALWAYS);
    HBox beginning = new HBox(4, state, call, preview);
    beginning.setAlignment(Pos.CENTER_LEFT);
    return beginning;
  }

  private static HBox line(Region growing, Region fixed) {
    HBox.setHgrow(growing, Priority.ALWAYS);
    growing.setMinWidth(0);
    growing.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(8, growing, fixed);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    return line;
  }
}
