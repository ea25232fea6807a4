package charla.client.chat;

import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * An open conversation: a window onto its log, at most {@link #MAX} messages wide however long the
 * log is, and behind the newest one what still waits to be sent. FX thread only; loading answers
 * later, on the FX thread.
 */
public final class Timeline {
  static final int MAX = 400;
  static final int PAGE = 100;

  /** Where the log is read from: up to {@link #PAGE} messages, rising; answers on the FX thread. */
  interface Log {
    void before(long seq, Consumer<Outcome<List<Message>>> answer);

    void after(long seq, Consumer<Outcome<List<Message>>> answer);

    /** All that waits now, in the order in which it will be sent. */
    List<ChatMessage> waiting();
  }

  private final ConversationEntry entry;
  private final Log log;
  private final long readMarkAtOpening;
  private final ObservableList<ChatMessage> messages = FXCollections.observableArrayList();
  private final ObservableList<ChatMessage> readOnly =
      FXCollections.unmodifiableObservableList(messages);
  private final ReadOnlyBooleanWrapper hasOlder = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasNewer = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /** How many of the rows are of the log; those behind them wait. */
  private int logged;

  private boolean loadingOlder;
  private boolean loadingNewer;
  private boolean loadingNewest;

  /** Counts the jumps, so that what was asked before one is dropped. */
  private int jumps;

  Timeline(ConversationEntry entry, Log log) {
    this.entry = entry;
    this.log = log;
    this.readMarkAtOpening = entry.readMark();
  }

  public ConversationEntry entry() {
    return entry;
  }

  /** Own read mark when it was opened: the unread divider stands behind this number. */
  public long readMarkAtOpening() {
    return readMarkAtOpening;
  }

  /** Rising by number, those that wait last. Not to be changed. */
  public ObservableList<ChatMessage> messages() {
    return readOnly;
  }

  public ReadOnlyBooleanProperty hasOlderProperty() {
    return hasOlder.getReadOnlyProperty();
  }

  /** While true, the newest messages and the waiting ones are not in the window. */
  public ReadOnlyBooleanProperty hasNewerProperty() {
    return hasNewer.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Why the last load failed; null once one succeeds. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Loads a page above; does nothing while one is coming or when there is none. */
  public void loadOlder() {
    if (loadingOlder || loadingNewest || !hasOlder.get()) {
      return;
    }
    loadingOlder = true;
    load(answer -> log.before(firstSeq(), answer), () -> loadingOlder = false, this::prepend);
  }

  /** Loads a page below; does nothing while one is coming or when there is none. */
  public void loadNewer() {
    if (loadingNewer || loadingNewest || !hasNewer.get()) {
      return;
    }
    loadingNewer = true;
    load(answer -> log.after(lastSeq(), answer), () -> loadingNewer = false, this::append);
  }

  /** Shows the newest page, wherever the window was. */
  public void jumpToNewest() {
    if (loadingNewest) {
      return;
    }
    jumps++;
    loadingOlder = false;
    loadingNewer = false;
    loadingNewest = true;
    load(answer -> log.before(Long.MAX_VALUE, answer), () -> loadingNewest = false, this::replace);
  }

  /** The log grew at its end by these, which follow each other without holes. */
  void grew(List<Message> added) {
    if (hasNewer.get() || loadingNewest) {
      return;
    }
    if (added.getFirst().seq() > lastSeq() + 1) {
      messages.remove(logged, messages.size());
      hasNewer.set(true);
      return;
    }
    showTail(added.stream().filter(m -> m.seq() > lastSeq()).toList());
  }

  /** Another log begins: nothing of what is shown is true any more. */
  void forget() {
    logged = 0;
    messages.setAll(log.waiting());
    hasOlder.set(false);
    hasNewer.set(false);
    loadingNewest = false;
    jumpToNewest();
  }

  /** What waits is not what it was. */
  void waitingChanged() {
    if (!hasNewer.get()) {
      showTail(List.of());
    }
  }

  /** Somebody has come further. */
  void marksMoved() {
    for (int i = 0; i < logged; i++) {
      ChatMessage now = entry.refresh(messages.get(i));
      if (!now.equals(messages.get(i))) {
        messages.set(i, now);
      }
    }
  }

  private void load(
      Consumer<Consumer<Outcome<List<Message>>>> ask, Runnable done, Consumer<List<Message>> show) {
    int asked = jumps;
    loading.set(true);
    ask.accept(outcome -> {
      if (asked != jumps) {
        return;
      }
      done.run();
      loading.set(loadingOlder || loadingNewer || loadingNewest);
      switch (outcome) {
        case Outcome.Success<List<Message>>(List<Message> page) -> {
          problem.set(null);
          show.accept(page);
        }
        case Outcome.Failure<List<Message>>(Problem why) -> problem.set(why);
      }
    });
  }

  private void replace(List<Message> page) {
    List<ChatMessage> rows = Stream.concat(shown(page), log.waiting().stream()).toList();
    logged = page.size();
    messages.setAll(rows);
    hasOlder.set(logged > 0 && firstSeq() > 1);
    hasNewer.set(lastSeq() < entry.lastSeq());
    if (hasNewer.get()) {
      // Something came while this was being read.
      messages.remove(logged, messages.size());
      loadNewer();
    }
  }

  private void prepend(List<Message> page) {
    List<ChatMessage> rows =
        shown(page.stream().filter(m -> m.seq() < firstSeq()).toList()).toList();
    messages.addAll(0, rows);
    logged += rows.size();
    hasOlder.set(!rows.isEmpty() && firstSeq() > 1);
    if (logged > MAX) {
      messages.remove(MAX, messages.size());
      logged = MAX;
      hasNewer.set(true);
    }
  }

  private void append(List<Message> page) {
    hasNewer.set(!page.isEmpty() && page.getLast().seq() < entry.lastSeq());
    List<Message> fresh = page.stream().filter(m -> m.seq() > lastSeq()).toList();
    if (hasNewer.get()) {
      messages.addAll(logged, shown(fresh).toList());
      logged += fresh.size();
      trimOldest();
    } else {
      showTail(fresh);
    }
  }

  /** Rows that stay are set in place, so that a message that was waiting keeps its row. */
  private void showTail(List<Message> fresh) {
    List<ChatMessage> tail =
        new ArrayList<>(Stream.concat(shown(fresh), log.waiting().stream()).toList());
    int from = logged;
    logged += fresh.size();
    int kept = Math.min(tail.size(), messages.size() - from);
    for (int i = 0; i < kept; i++) {
      if (!messages.get(from + i).equals(tail.get(i))) {
        messages.set(from + i, tail.get(i));
      }
    }
    messages.remove(from + kept, messages.size());
    messages.addAll(tail.subList(kept, tail.size()));
    trimOldest();
  }

  private void trimOldest() {
    if (logged > MAX) {
      int surplus = logged - MAX;
      messages.remove(0, surplus);
      logged = MAX;
      hasOlder.set(true);
    }
  }

  private Stream<ChatMessage> shown(List<Message> page) {
    return page.stream().map(entry::show);
  }

  private long firstSeq() {
    return logged == 0 ? Long.MAX_VALUE : messages.getFirst().seq();
  }

  private long lastSeq() {
    return logged == 0 ? 0 : messages.get(logged - 1).seq();
  }
}
