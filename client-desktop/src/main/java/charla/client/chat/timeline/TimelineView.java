package charla.client.chat.timeline;

import charla.client.chat.ChatMessage;
import charla.client.ui.Texts;
import charla.protocol.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The messages of an open conversation. It is one stop of the tab key; the arrows move from message
 * to message, and the one they are at is announced.
 */
public final class TimelineView extends StackPane {
  private final TimelineViewModel model;
  private final MessageActions actions;
  private final TimelineFlowView flow;
  private @Nullable ClientId current;

  public TimelineView(TimelineViewModel model, MessageKit kit, MessageActions actions) {
    this.model = model;
    this.actions = actions;
    DayAboveView dayAbove = new DayAboveView(kit.times());
    this.flow = new TimelineFlowView(model, kit, actions, dayAbove::scrolledTo);
    JumpDownView jumpDown = new JumpDownView(kit.texts(), this::toEnd);
    jumpDown.visibleProperty().bind(model.atEndProperty().not());
    jumpDown.countProperty().bind(model.entry().unreadProperty());
    setAlignment(jumpDown, Pos.BOTTOM_RIGHT);
    setAlignment(dayAbove, Pos.TOP_CENTER);
    getStyleClass().add("timeline");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(kit.texts().get("timeline.name", model.entry().peer().displayName()));
    getChildren().addAll(flow, empty(kit.texts()), dayAbove, problem(kit.texts()), jumpDown);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    focusedProperty().addListener((o, was, is) -> onFocus());
  }

  public void close() {
    flow.close();
    model.close();
  }

  /** To the newest message, which may have to be loaded first. */
  public void toEnd() {
    flow.toEnd();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.FOCUS_ITEM
        ? currentCell().map(RowCell::getNode).orElse(null)
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private void onKey(KeyEvent key) {
    boolean handled =
        switch (key.getCode()) {
          case UP -> move(-1);
          case DOWN -> move(1);
          case HOME -> move(Integer.MIN_VALUE);
          case END -> move(Integer.MAX_VALUE);
          case PAGE_UP -> scroll(-1);
          case PAGE_DOWN -> scroll(1);
          case C -> key.isShortcutDown() && copy();
          case ENTER, CONTEXT_MENU -> openMenu();
          default -> false;
        };
    if (handled) {
      key.consume();
    }
  }

  private boolean move(int by) {
    List<ChatMessage> messages = flow.messages();
    if (messages.isEmpty()) {
      return true;
    }
    long to = Math.clamp((long) indexOfCurrent(messages) + by, 0, messages.size() - 1);
    setCurrent(messages.get((int) to).clientId());
    flow.reveal(messages.get((int) to).clientId());
    return true;
  }

  private boolean scroll(int pages) {
    flow.scrollPages(pages);
    return true;
  }

  private boolean copy() {
    currentMessage().ifPresent(message -> actions.copy(message.content()));
    return true;
  }

  private boolean openMenu() {
    currentCell().ifPresent(RowCell::openMenuBelow);
    return true;
  }

  private void onFocus() {
    if (isFocused() && currentMessage().isEmpty()) {
      setCurrent(flow.lastVisible().map(ChatMessage::clientId).orElse(null));
    }
  }

  private void setCurrent(@Nullable ClientId message) {
    current = message;
    flow.mark(message);
    notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
  }

  private Optional<RowCell> currentCell() {
    return Optional.ofNullable(current).flatMap(flow::cellOf);
  }

  private Optional<ChatMessage> currentMessage() {
    return flow.messages().stream().filter(m -> m.clientId().equals(current)).findFirst();
  }

  private int indexOfCurrent(List<ChatMessage> messages) {
    return IntStream.range(0, messages.size())
        .filter(i -> messages.get(i).clientId().equals(current))
        .findFirst()
        .orElse(messages.size() - 1);
  }

  private Label empty(Texts texts) {
    Label empty = new Label(texts.get("timeline.empty", model.entry().peer().displayName()));
    empty.getStyleClass().addAll("muted", "timeline-empty");
    BooleanBinding nothing =
        Bindings.isEmpty(model.timeline().messages())
            .and(model.timeline().loadingProperty().not())
            .and(model.timeline().problemProperty().isNull());
    empty.visibleProperty().bind(nothing);
    return empty;
  }

  private HBox problem(Texts texts) {
    Button again = new Button(texts.get("timeline.again"));
    again.setOnAction(event -> flow.loadAgain());
    HBox problem = new HBox(8, new Label(texts.get("timeline.problem")), again);
    problem.getStyleClass().add("timeline-problem");
    problem.setAlignment(Pos.CENTER);
    problem.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    problem.visibleProperty().bind(model.timeline().problemProperty().isNotNull());
    setAlignment(problem, Pos.TOP_CENTER);
    return problem;
  }
}
