package charla.client.chat.timeline;

import charla.client.chat.ChatMessage;
import charla.client.chat.ConversationEntry;
import charla.client.chat.Timeline;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;

/**
 * An open conversation as rows, and whether its reader has seen the newest. FX thread only; {@link
 * #close} lets the conversation go.
 */
public final class TimelineViewModel {
  private final Timeline timeline;
  private final ZoneId zone;
  private final Runnable markRead;
  private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final BooleanProperty atEnd = new SimpleBooleanProperty();
  private final BooleanProperty attended = new SimpleBooleanProperty();
  private final ListChangeListener<ChatMessage> onMessages = change -> messagesChanged();
  private final ChangeListener<Object> onSight = (o, was, is) -> markReadIfSeen();
  private final ChangeListener<Number> onUnread =
      (o, was, is) -> unreadChanged(was.intValue(), is.intValue());
  private OptionalLong readUpTo;

  /**
   * @param markRead tells everybody that the newest message was read
   */
  public TimelineViewModel(Timeline timeline, ZoneId zone, Runnable markRead) {
    this.timeline = timeline;
    this.zone = zone;
    this.markRead = markRead;
    this.readUpTo =
        entry().unreadProperty().get() > 0
            ? OptionalLong.of(timeline.readMarkAtOpening())
            : OptionalLong.empty();
    timeline.messages().addListener(onMessages);
    entry().unreadProperty().addListener(onUnread);
    // A message is counted as unread before it is the last one: only then it can be marked.
    entry().lastSeqProperty().addListener(onSight);
    atEnd.addListener(onSight);
    attended.addListener(onSight);
    refresh();
  }

  public void close() {
    timeline.messages().removeListener(onMessages);
    entry().unreadProperty().removeListener(onUnread);
    entry().lastSeqProperty().removeListener(onSight);
  }

  public ConversationEntry entry() {
    return timeline.entry();
  }

  Timeline timeline() {
    return timeline;
  }

  ReadOnlyObjectProperty<List<Row>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Set by the view: whether the newest message is in view. */
  BooleanProperty atEndProperty() {
    return atEnd;
  }

  /** Set from outside: whether somebody sits before it, that is, the window has the focus. */
  public BooleanProperty attendedProperty() {
    return attended;
  }

  private void messagesChanged() {
    boolean ownIsNewest =
        !timeline.messages().isEmpty() && timeline.messages().getLast().seq() == 0;
    if (ownIsNewest) {
      readUpTo = OptionalLong.empty();
    }
    refresh();
  }

  /** What arrives while nobody looks stands below a divider when somebody does. */
  private void unreadChanged(int was, int is) {
    if (markReadIfSeen()) {
      return;
    }
    if (was == 0 && is > 0) {
      readUpTo = OptionalLong.of(entry().readMarkProperty().get());
      refresh();
    }
  }

  private boolean markReadIfSeen() {
    boolean seen = atEnd.get() && attended.get();
    if (seen && entry().unreadProperty().get() > 0) {
      markRead.run();
    }
    return seen;
  }

  private void refresh() {
    rows.set(TimelineRows.of(timeline.messages(), readUpTo, zone));
  }
}
