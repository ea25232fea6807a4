package charla.client.chat.timeline;

import charla.client.chat.ChatMessage;
import charla.client.chat.Timeline;
import charla.client.ui.Pseudo;
import charla.protocol.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a timeline in a virtual list, which moves the window of the log as the reader comes
 * near one of its ends. It keeps the reading position to the pixel whatever is added or dropped
 * around it, and stays at the end when it is there.
 */
final class TimelineFlowView extends StackPane {
  /** So many rows before an end of the window the next page is asked for. */
  private static final int NEAR = 30;

  private static final double DIVIDER_FROM_TOP = 48;

  private final TimelineViewModel model;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final VirtualFlow<Row, RowCell> flow;
  private final VirtualizedScrollPane<VirtualFlow<Row, RowCell>> scroll;
  private final Runnable afterLayout = this::lookWhereWeAre;
  private final ChangeListener<List<Row>> onRows = (o, was, is) -> show(is);
  private final ObjectProperty<@Nullable ClientId> current = new SimpleObjectProperty<>();
  private final Consumer<Optional<LocalDate>> onScroll;

  /** What was at the top after the last layout. */
  private Optional<Place> top = Optional.empty();

  /** What has to keep its place in the next layout; null when nothing changed since the last. */
  private @Nullable Place anchor;

  private boolean following = true;

  /** Whether there was a layout since we last looked where we are. */
  private boolean laidOut = true;

  /** Where a message stands: px below the upper edge of the view. */
  private record Place(ClientId message, double y) {}

  /**
   * @param onScroll told the day that began above the view, after each scrolling
   */
  TimelineFlowView(
      TimelineViewModel model,
      MessageKit kit,
      MessageActions actions,
      Consumer<Optional<LocalDate>> onScroll) {
    this.model = model;
    this.onScroll = onScroll;
    String peer = model.entry().peer().displayName();
    flow =
        VirtualFlow.createVertical(
            rows,
            row -> new RowCell(row, kit, actions, peer, current::get),
            VirtualFlow.Gravity.REAR);
    // The bar has its room from the start: nothing moves aside once there is something to scroll.
    scroll = new VirtualizedScrollPane<>(flow, ScrollBarPolicy.NEVER, ScrollBarPolicy.ALWAYS);
    getChildren().add(scroll);
    flow.heightProperty().addListener((o, was, is) -> stayAtEnd());
    flow.widthProperty().addListener((o, was, is) -> stayAtEnd());
    flow.needsLayoutProperty().addListener((o, was, is) -> laidOut = true);
    sceneProperty().addListener((o, was, is) -> listenToPulses(was, is));
    model.rowsProperty().addListener(onRows);
    show(model.rowsProperty().get());
  }

  void close() {
    model.rowsProperty().removeListener(onRows);
    listenToPulses(getScene(), null);
    flow.dispose();
  }

  /** To the newest message, which may have to be loaded first. */
  void toEnd() {
    following = true;
    if (model.timeline().hasNewerProperty().get()) {
      model.timeline().jumpToNewest();
    }
    stayAtEnd();
  }

  void scrollPages(double pages) {
    flow.scrollYBy(pages * flow.getHeight() * 0.9);
  }

  /** Shows the message wholly; a message that is not in the window is not shown. */
  void reveal(ClientId message) {
    indexOf(message).ifPresent(flow::show);
  }

  Optional<RowCell> cellOf(ClientId message) {
    OptionalInt index = indexOf(message);
    return index.isPresent() ? flow.getCellIfVisible(index.getAsInt()) : Optional.empty();
  }

  List<ChatMessage> messages() {
    return rows.stream().flatMap(row -> bubble(row).stream()).map(Row.Bubble::message).toList();
  }

  Optional<ChatMessage> lastVisible() {
    return visible()
        .mapToObj(rows::get)
        .flatMap(row -> bubble(row).stream())
        .reduce((before, after) -> after)
        .map(Row.Bubble::message);
  }

  /** Marks the message that the keyboard is at. */
  void mark(@Nullable ClientId message) {
    current.set(message);
    flow.visibleCells().forEach(RowCell::mark);
  }

  /** Asks again for what could not be loaded. */
  void loadAgain() {
    if (model.timeline().messages().isEmpty()) {
      model.timeline().jumpToNewest();
    } else if (flow.getFirstVisibleIndex() < NEAR) {
      model.timeline().loadOlder();
    } else {
      model.timeline().loadNewer();
    }
  }

  private void show(List<Row> now) {
    boolean opening = rows.isEmpty();
    anchor = anchor == null ? whereWeAre().orElse(null) : anchor;
    RowChanges.apply(rows, now);
    OptionalInt divider = indexWhere(row -> row instanceof Row.NewMessages);
    if (opening && divider.isPresent()) {
      following = false;
      flow.showAtOffset(divider.getAsInt(), DIVIDER_FROM_TOP);
    } else if (following) {
      stayAtEnd();
    } else if (anchor != null) {
      double y = anchor.y();
      indexOf(anchor.message()).ifPresent(index -> flow.showAtOffset(index, y));
    }
  }

  private void stayAtEnd() {
    if (following && !rows.isEmpty()) {
      flow.showAsLast(rows.size() - 1);
    }
  }

  /** Runs after each pulse: only after a layout is known what is in view. */
  private void lookWhereWeAre() {
    if (!laidOut) {
      return;
    }
    laidOut = false;
    anchor = null;
    Timeline timeline = model.timeline();
    boolean endIsInView = endIsInView();
    following = !timeline.hasNewerProperty().get() && endIsInView;
    scroll.pseudoClassStateChanged(Pseudo.WHOLE, startIsInView() && endIsInView);
    model.atEndProperty().set(following);
    tellScrolling();
    if (rows.isEmpty() || timeline.problemProperty().get() != null) {
      return;
    }
    if (flow.getFirstVisibleIndex() < NEAR) {
      timeline.loadOlder();
    }
    if (flow.getLastVisibleIndex() > rows.size() - NEAR) {
      timeline.loadNewer();
    }
  }

  private void tellScrolling() {
    Optional<Place> now = whereWeAre();
    if (!now.equals(top)) {
      top = now;
      onScroll.accept(following ? Optional.empty() : dayAbove());
    }
  }

  private boolean startIsInView() {
    return rows.isEmpty()
        || flow.getCellIfVisible(0)
            .map(cell -> flow.cellToViewport(cell, 0, 0).getY() >= 0)
            .orElse(false);
  }

  private boolean endIsInView() {
    return rows.isEmpty()
        || flow.getCellIfVisible(rows.size() - 1)
            .map(cell -> bottomOf(cell) <= flow.getHeight() + 2)
            .orElse(false);
  }

  private double bottomOf(RowCell cell) {
    return flow.cellToViewport(cell, 0, cell.getNode().getHeight()).getY();
  }

  /** The day of the first visible message; empty where its own chip is to be seen. */
  private Optional<LocalDate> dayAbove() {
    OptionalInt first = visible().findFirst();
    if (first.isEmpty() || rows.get(first.getAsInt()) instanceof Row.Day) {
      return Optional.empty();
    }
    return rows.subList(0, first.getAsInt()).reversed().stream()
        .filter(Row.Day.class::isInstance)
        .findFirst()
        .map(row -> ((Row.Day) row).date());
  }

  private Optional<Place> whereWeAre() {
    return visible().boxed().flatMap(index -> placeOf(index).stream()).findFirst();
  }

  /** The rows in view: none before the first layout, when the flow says -1. */
  private IntStream visible() {
    int first = flow.getFirstVisibleIndex();
    int end = Math.min(flow.getLastVisibleIndex() + 1, rows.size());
    return first < 0 ? IntStream.empty() : IntStream.range(first, end);
  }

  private Optional<Place> placeOf(int index) {
    return bubble(rows.get(index))
        .flatMap(bubble ->
            flow.getCellIfVisible(index)
                .map(cell ->
                    new Place(
                        bubble.message().clientId(), flow.cellToViewport(cell, 0, 0).getY())));
  }

  private OptionalInt indexOf(ClientId message) {
    return indexWhere(
        row -> bubble(row).filter(b -> b.message().clientId().equals(message)).isPresent());
  }

  private OptionalInt indexWhere(Predicate<Row> wanted) {
    return IntStream.range(0, rows.size()).filter(i -> wanted.test(rows.get(i))).findFirst();
  }

  private static Optional<Row.Bubble> bubble(Row row) {
    return row instanceof Row.Bubble bubble ? Optional.of(bubble) : Optional.empty();
  }

  private void listenToPulses(@Nullable Scene was, @Nullable Scene is) {
    if (was != null) {
      was.removePostLayoutPulseListener(afterLayout);
    }
    if (is != null) {
      is.addPostLayoutPulseListener(afterLayout);
    }
  }
}
