package charla.client.call.history;

import charla.client.chat.CallLineIcon;
import charla.client.chat.CallLineWords;
import charla.client.ui.Avatar;
import charla.client.ui.Icons;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import charla.client.ui.Times;
import charla.protocol.User;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** One row of the calls, 64 px: with whom, which way, what became of it, when. */
final class PastCallCell extends ListCell<PastCalls> {
  static final double HEIGHT = 64;

  /** As the style sheet has it, px. */
  private static final double BESIDE = 8;

  /**
   * What can be done with a row.
   *
   * @param hindered whether nobody can be called now
   */
  record Actions(
      Consumer<User> call, ObservableValue<Boolean> hindered, Consumer<PastCalls> forget) {}

  private final Texts texts;
  private final Times times;
  private final CallLineWords words;
  private final Avatar avatar = new Avatar(40);
  private final Label name = new Label();
  private final FontIcon arrow = Icons.of(BootstrapIcons.TELEPHONE_INBOUND);
  private final Label what = new Label();
  private final Label time = new Label();
  private final Button delete;
  private final Button call = Icons.button(BootstrapIcons.TELEPHONE, "");
  private final HBox row;

  PastCallCell(Texts texts, Times times, Actions actions) {
    this.texts = texts;
    this.times = times;
    this.words = new CallLineWords(texts);
    this.delete =
        Icons.button(
            BootstrapIcons.TRASH, texts.get("calls.delete.keys", texts.get("calls.delete")));
    getStyleClass().add("call-cell");
    name.getStyleClass().add("conversation-name");
    what.getStyleClass().add("call-outcome");
    time.getStyleClass().add("meta");
    time.setMinWidth(Region.USE_PREF_SIZE);
    arrow.getStyleClass().add("call-way");
    HBox below = new HBox(6, arrow, what);
    below.setAlignment(Pos.CENTER_LEFT);
    VBox lines = new VBox(4, name, below);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    delete.getStyleClass().add("call-delete");
    delete.setOnAction(event -> actions.forget().accept(getItem()));
    row = new HBox(12, avatar, lines, delete, time, call);
    row.setMaxWidth(CallsView.WIDEST - 2 * BESIDE);
    row.getStyleClass().add("call-row");
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefHeight(HEIGHT);
    setPrefWidth(0);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    call.disableProperty().bind(actions.hindered());
    call.setOnAction(event -> actions.call().accept(getItem().peer()));
    MenuItem forget = new MenuItem(texts.get("calls.delete"));
    forget.setOnAction(event -> actions.forget().accept(getItem()));
    setContextMenu(new ContextMenu(forget));
  }

  @Override
  protected void updateItem(@Nullable PastCalls calls, boolean empty) {
    super.updateItem(calls, empty);
    if (empty || calls == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    setGraphic(row);
    show(calls);
  }

  private void show(PastCalls calls) {
    User peer = calls.peer();
    avatar.show(peer.id().value(), peer.displayName());
    int count = calls.calls().size();
    name.setText(
        count == 1 ? peer.displayName() : texts.get("calls.count", peer.displayName(), count));
    arrow.setIconCode(CallLineIcon.of(calls.line().reason(), calls.isOwn()));
    what.setText(words.of(calls.line(), calls.isOwn()));
    time.setText(times.shortWithTime(calls.at()));
    row.pseudoClassStateChanged(Pseudo.MISSED, calls.isMissed());
    String callBack = texts.get("calls.back", peer.displayName());
    call.setAccessibleText(callBack);
    call.setTooltip(new Tooltip(callBack));
    String direction = texts.get(calls.isOwn() ? "calls.outgoing" : "calls.incoming");
    setAccessibleText(String.join(", ", name.getText(), direction, what.getText(), time.getText()));
  }
}
