package charla.client.chat.timeline;

import charla.client.chat.ChatMessage;
import charla.protocol.CallLine;
import charla.protocol.ClientId;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.Cell;
import org.jspecify.annotations.Nullable;

/** Shows one row after another: the same few cells serve a timeline of any length. */
final class RowCell implements Cell<Row, StackPane> {
  private final MessageKit kit;
  private final String peer;
  private final MessageMenuView menu;
  private final StackPane node = new StackPane();
  private final Label day = new Label();
  private final StackPane dayRow = new StackPane(day);
  private final HBox newMessages;
  private final BubbleRowView bubble;
  private final CallLineView call;
  private final Supplier<@Nullable ClientId> current;
  private Row row;
  private @Nullable ContextMenu shownMenu;

  /**
   * @param peer what the other one is called
   * @param current the message that the keyboard is at
   */
  RowCell(
      Row row,
      MessageKit kit,
      MessageActions actions,
      String peer,
      Supplier<@Nullable ClientId> current) {
    this.row = row;
    this.current = current;
    this.kit = kit;
    this.peer = peer;
    this.menu = new MessageMenuView(kit.texts(), actions);
    this.newMessages = divider(kit.texts().get("timeline.new"));
    this.call = new CallLineView(kit, actions);
    this.bubble = new BubbleRowView(new BubbleView(kit, actions));
    day.getStyleClass().add("day-chip");
    dayRow.getStyleClass().add("day-row");
    node.setMinWidth(0);
    node.getStyleClass().add("timeline-row");
    node.setAccessibleRole(AccessibleRole.LIST_ITEM);
    node.setOnContextMenuRequested(event -> openMenu(event.getScreenX(), event.getScreenY()));
    updateItem(row);
  }

  @Override
  public StackPane getNode() {
    return node;
  }

  @Override
  public boolean isReusable() {
    return true;
  }

  @Override
  public void updateItem(Row newRow) {
    row = newRow;
    switch (newRow) {
      case Row.Day(var date) -> {
        day.setText(kit.times().day(date));
        show(dayRow, day.getText());
      }
      case Row.NewMessages divider -> show(newMessages, kit.texts().get("timeline.new"));
      case Row.Bubble shown -> show(shown);
    }
  }

  private void show(Row.Bubble shown) {
    CallLine ended = shown.message().call();
    if (ended == null) {
      bubble.show(shown);
      show(bubble, spoken(shown.message()));
      mark();
    } else {
      call.show(shown.message(), ended);
      show(call, call.spoken());
    }
  }

  /** Shows whether the keyboard is at it. */
  void mark() {
    bubble.mark(
        row instanceof Row.Bubble shown && shown.message().clientId().equals(current.get()));
  }

  void openMenuBelow() {
    var at = node.localToScreen(node.getWidth() / 2, node.getHeight() / 2);
    openMenu(at.getX(), at.getY());
  }

  private void openMenu(double screenX, double screenY) {
    if (shownMenu != null) {
      shownMenu.hide();
    }
    if (row instanceof Row.Bubble shown && shown.message().call() == null) {
      shownMenu = menu.of(shown.message());
      shownMenu.show(node, screenX, screenY);
    }
  }

  private void show(Region content, String spoken) {
    node.getChildren().setAll(content);
    node.setAccessibleText(spoken);
  }

  /** "Ana, 14:05, ok, see you" and, of an own one, how far it has come. */
  private String spoken(ChatMessage message) {
    String time = kit.times().time(message.at());
    if (!message.own()) {
      return kit.texts().get("message.spoken", peer, time, message.content());
    }
    String state = kit.texts().get("message.state." + StateIconView.key(message.state()));
    return kit.texts().get("message.spoken.own", time, message.content(), state);
  }

  private static HBox divider(String words) {
    HBox divider = new HBox(12, line(), new Label(words), line());
    divider.setAlignment(Pos.CENTER);
    divider.getStyleClass().add("new-messages");
    return divider;
  }

  private static Region line() {
    Region line = new Region();
    line.getStyleClass().add("line");
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }
}
