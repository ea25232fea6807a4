package charla.client.chat;

import charla.client.cache.KeptConversation;
import charla.client.cache.Outbox;
import charla.client.net.Api;
import charla.client.net.LinkState;
import charla.client.net.Live;
import charla.client.net.Scheduler;
import charla.client.net.Threads;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.client.session.SignedIn;
import charla.protocol.ClientId;
import charla.protocol.Conversation;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.Message;
import charla.protocol.Text;
import charla.protocol.User;
import charla.protocol.UserId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;

/**
 * All state of one person's chats on this device, and all that can be done with it. FX thread only;
 * what takes time is done elsewhere and answers on the FX thread.
 */
public final class Conversations {
  private final UserId me;
  private final Threads threads;
  private final InstantSource clock;
  private final Api api;
  private final Live live;
  private final SecureRandom random = new SecureRandom();
  private final Disk disk;
  private final History history;
  private final Entries entries;
  private final Typing typing;
  private final Sending sending;
  private final Marks marks;
  private final Inbox inbox;
  private final Live.Listener listener;

  private Conversations(SignedIn signedIn, InstantSource clock, Live.Listener also) {
    this.me = signedIn.me().user().id();
    this.threads = signedIn.threads();
    this.clock = clock;
    this.api = signedIn.api();
    this.live = signedIn.live();
    this.disk = new Disk(signedIn.cache(), threads);
    this.history = new History(signedIn.cache(), api);
    this.entries = new Entries(me);
    Scheduler onFx = threads.schedulerOnFx();
    this.typing = new Typing(live, onFx);
    this.sending = new Sending(me, live, onFx, disk, this::waitingChanged);
    this.marks = new Marks(me, live, disk, this::marksMoved);
    this.inbox =
        new Inbox(me, new Inbox.Parts(entries, sending, marks, typing, disk), api, threads, clock);
    this.listener = inbox.and(also);
  }

  /**
   * Shows what is on disk, then connects. Both come after this returns.
   *
   * @param clock for the time of messages that wait; their order does not depend on it
   * @param also hears all that comes on the live connection, after this
   */
  public static Conversations start(SignedIn signedIn, InstantSource clock, Live.Listener also) {
    Conversations conversations = new Conversations(signedIn, clock, also);
    conversations.disk.read(Kept::read, conversations::restore);
    return conversations;
  }

  /** The most recently moved first. Not to be changed. */
  public ObservableList<ConversationEntry> entries() {
    return entries.list();
  }

  /** Unread messages of all conversations, each counted as its entry does. */
  public ReadOnlyIntegerProperty totalUnreadProperty() {
    return entries.totalUnread();
  }

  public ReadOnlyObjectProperty<LinkState> linkProperty() {
    return inbox.link();
  }

  /**
   * Runs this each time the connection is there: what it reads may have changed meanwhile.
   *
   * @param task held for as long as this
   */
  public void whenOnline(Runnable task) {
    linkProperty()
        .subscribe(link -> {
          if (link instanceof LinkState.Online) {
            task.run();
          }
        });
  }

  /** Tries to connect now instead of waiting. */
  public void retryNow() {
    live.retryNow();
  }

  /**
   * Opens a window onto its newest messages, which come after this returns. Each call makes another
   * one, to be given to {@link #close}.
   *
   * @param id of one of {@link #entries}
   */
  public Timeline open(ConversationId id) {
    ConversationEntry entry = entry(id);
    Timeline timeline = new Timeline(entry, new Pages(id));
    entry.open().add(timeline);
    timeline.jumpToNewest();
    return timeline;
  }

  public void close(Timeline timeline) {
    timeline.entry().open().remove(timeline);
  }

  /** The one conversation with this person, made when there is none. */
  public void startWith(User person, Consumer<Outcome<ConversationEntry>> answer) {
    Optional<ConversationEntry> known = entries.with(person.id());
    if (known.isPresent()) {
      answer.accept(new Outcome.Success<>(known.get()));
      return;
    }
    threads.ask(
        () -> api.openConversation(person.id()),
        outcome -> answer.accept(outcome.flatMap(this::opened)));
  }

  /**
   * Why this cannot be sent, as the server would say it; empty when it can. The composer asks
   * before {@link #send}.
   */
  public static Optional<ErrorCode> refusal(String content) {
    if (content.isBlank()) {
      return Optional.of(ErrorCode.TEXT_EMPTY);
    }
    if (!Text.isWellFormed(content)) {
      return Optional.of(ErrorCode.TEXT_INVALID);
    }
    return Text.length(content) > Limits.TEXT_CODE_POINTS
        ? Optional.of(ErrorCode.TEXT_TOO_LONG)
        : Optional.empty();
  }

  /**
   * Takes a message: it is shown at once, kept on disk, and sent as soon as there is a connection.
   *
   * @throws IllegalArgumentException when there is a {@link #refusal}
   */
  public void send(ConversationId id, String content) {
    if (refusal(content).isPresent()) {
      throw new IllegalArgumentException("not a message");
    }
    sending.send(id, ClientId.random(random), content, clock.instant());
  }

  /** Sends a failed message again, as a new one at the end. */
  public void resend(ClientId clientId) {
    sending.discard(clientId).ifPresent(item -> send(item.conversationId(), item.content()));
  }

  /** Drops a failed message. */
  public void discard(ClientId clientId) {
    Optional<Outbox.Item> dropped = sending.discard(clientId);
    dropped.ifPresent(item -> waitingChanged(item.conversationId()));
  }

  /** The person has seen everything up to {@code seq}. */
  public void markRead(ConversationId id, long seq) {
    marks.read(entry(id), seq);
  }

  /** The person types; may be called at every key. */
  public void typing(ConversationId id) {
    typing.tell(id);
  }

  /** Keeps what is typed but not sent; may be called at every key. */
  public void setDraft(ConversationId id, String text) {
    ConversationEntry entry = entry(id);
    entry.setDraft(text);
    keep(entry);
  }

  /** People whose name begins with the text. */
  public void findPeople(String text, Consumer<Outcome<List<User>>> answer) {
    threads.ask(() -> api.findPeople(text), answer);
  }

  private void restore(Outcome<Kept> outcome) {
    if (outcome instanceof Outcome.Success<Kept>(Kept kept)) {
      kept.conversations().forEach(this::restore);
      sending.restore(kept.outbox());
      inbox.restoreEpoch(kept.epoch());
      entries.all().forEach(entry -> entry.showLast(sending.waiting(entry.id())));
      entries.sort();
    }
    live.start(listener);
  }

  private void restore(Kept.WithLast kept) {
    ConversationEntry entry = entries.restore(kept.conversation());
    kept.last().ifPresent(entry::setLastLogged);
    entry.setCountedTo(entry.lastSeq());
  }

  private void waitingChanged(ConversationId id) {
    ConversationEntry entry = entries.find(id);
    if (entry != null) {
      entry.open().forEach(Timeline::waitingChanged);
      entry.showLast(sending.waiting(id));
      entries.sort();
    }
  }

  private void marksMoved(ConversationEntry entry) {
    entry.open().forEach(Timeline::marksMoved);
    entry.showLast(sending.waiting(entry.id()));
    keep(entry);
  }

  private void keep(ConversationEntry entry) {
    KeptConversation now = Entries.snapshot(entry);
    disk.write(cache -> cache.conversations().keep(now));
  }

  private Outcome<ConversationEntry> opened(Conversation conversation) {
    return inbox
        .merge(conversation)
        .<Outcome<ConversationEntry>>map(Outcome.Success::new)
        .orElseGet(() -> new Outcome.Failure<>(new Problem.Unexpected()));
  }

  private ConversationEntry entry(ConversationId id) {
    return Objects.requireNonNull(entries.find(id), "not one of the entries");
  }

  /** What a timeline reads. */
  private final class Pages implements Timeline.Log {
    private final ConversationId id;

    Pages(ConversationId id) {
      this.id = id;
    }

    @Override
    public void before(long seq, Consumer<Outcome<List<Message>>> answer) {
      threads.ask(() -> history.before(id, seq, Timeline.PAGE), answer);
    }

    @Override
    public void after(long seq, Consumer<Outcome<List<Message>>> answer) {
      threads.ask(() -> history.after(id, seq, Timeline.PAGE), answer);
    }

    @Override
    public List<ChatMessage> waiting() {
      return sending.waiting(id);
    }
  }
}
