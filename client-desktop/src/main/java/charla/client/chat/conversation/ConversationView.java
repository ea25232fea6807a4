package charla.client.chat.conversation;

import charla.client.chat.Blocks;
import charla.client.chat.Calling;
import charla.client.chat.ChatMessage;
import charla.client.chat.ConversationEntry;
import charla.client.chat.Conversations;
import charla.client.chat.OverlayView;
import charla.client.chat.Timeline;
import charla.client.chat.composer.ComposerView;
import charla.client.chat.composer.ComposerViewModel;
import charla.client.chat.composer.Outgoing;
import charla.client.chat.timeline.MessageActions;
import charla.client.chat.timeline.MessageKit;
import charla.client.chat.timeline.TimelineView;
import charla.client.chat.timeline.TimelineViewModel;
import charla.client.ui.Zone;
import charla.protocol.UserId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.stage.Window;

/** One open conversation: with whom, what was said, and where to answer. */
public final class ConversationView extends BorderPane {
  private final Conversations conversations;
  private final ConversationEntry entry;
  private final Timeline timeline;
  private final TimelineView timelineView;
  private final HeaderView header;
  private final ComposerView composer;
  private final BooleanProperty attended;
  private final Calling calling;
  private final BooleanBinding blocked;
  private final ObservableValue<Optional<String>> hindrance;
  private final BlockedView blockedView;

  /** What the conversation asks of the screen around it. */
  public interface Surroundings {
    /** Back to the list, where only one of them has room. */
    void back();

    /** Opens an http or https address in the system's browser. */
    void open(URI link);

    Calling calling();

    Blocks blocks();

    /** Where questions are asked. */
    OverlayView overlay();

    /** What can be done with the one it is with. */
    ContextMenu menuOf(ConversationEntry entry);
  }

  public ConversationView(
      MessageKit kit,
      Conversations conversations,
      ConversationEntry entry,
      Surroundings surroundings) {
    this.conversations = conversations;
    this.entry = entry;
    this.calling = surroundings.calling();
    this.blocked = surroundings.blocks().blocks(entry.peer().id());
    String name = entry.peer().displayName();
    String whenBlocked = kit.texts().get("block.is", name);
    this.hindrance =
        Bindings.createObjectBinding(
            () -> blocked.get() ? Optional.of(whenBlocked) : calling.hindrance().getValue(),
            blocked,
            calling.hindrance());
    this.timeline = conversations.open(entry.id());
    TimelineViewModel model = new TimelineViewModel(timeline, kit.times().zone(), this::markRead);
    attended = model.attendedProperty();
    attended.bind(
        sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::focusedProperty)
            .orElse(false));
    header = new HeaderView(entry, kit.texts(), kit.times(), new Around(surroundings));
    timelineView = new TimelineView(model, kit, new Reading(surroundings::open));
    composer =
        new ComposerView(
            new ComposerViewModel(entry.draftProperty().get(), new Writing()),
            kit.texts(),
            kit.emojis(),
            name);
    BlockingView blocking =
        new BlockingView(kit.texts(), surroundings.blocks(), surroundings.overlay());
    blockedView = new BlockedView(kit.texts(), name, () -> blocking.unblock(entry.peer()));
    getStyleClass().add("conversation");
    setTop(header);
    setCenter(timelineView);
    blocked.subscribe(this::showBottom);
  }

  /** Lets the conversation go; the view is of no use after. */
  public void close() {
    attended.unbind();
    timelineView.close();
    conversations.close(timeline);
  }

  public ConversationEntry entry() {
    return entry;
  }

  /** Shown where the list has no room beside the conversation. */
  public BooleanProperty backVisibleProperty() {
    return header.backVisibleProperty();
  }

  /** Where one cannot write, to what was written. */
  public void focusComposer() {
    if (blocked.get()) {
      timelineView.requestFocus();
    } else {
      composer.focusText();
    }
  }

  /** From top to bottom. */
  public List<Zone> zones() {
    return List.of(
        Zone.of(header),
        new Zone(timelineView, timelineView::requestFocus),
        blocked.get() ? Zone.of(blockedView) : new Zone(composer, composer::focusText));
  }

  public void toNewest() {
    timelineView.toEnd();
  }

  /** Calls the one it is with. */
  public void call() {
    if (hindrance.getValue().isEmpty()) {
      calling.call(entry.peer());
    }
  }

  private void showBottom(boolean isBlocked) {
    Node before = getBottom();
    boolean focused = before != null && before.isFocusWithin();
    setBottom(isBlocked ? blockedView : composer);
    if (focused) {
      focusComposer();
    }
  }

  private void markRead() {
    conversations.markRead(entry.id(), entry.lastSeqProperty().get());
  }

  private final class Writing implements Outgoing {
    @Override
    public void send(String content) {
      conversations.send(entry.id(), content);
      timelineView.toEnd();
    }

    @Override
    public void keepDraft(String text) {
      conversations.setDraft(entry.id(), text);
    }

    @Override
    public void typing() {
      conversations.typing(entry.id());
    }
  }

  private final class Reading implements MessageActions {
    private final Consumer<URI> browser;

    Reading(Consumer<URI> browser) {
      this.browser = browser;
    }

    @Override
    public void open(URI link) {
      browser.accept(link);
    }

    @Override
    public void copy(String text) {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    @Override
    public void callBack() {
      call();
    }

    @Override
    public ObservableValue<Boolean> hindered() {
      return hindrance.map(Optional::isPresent);
    }

    @Override
    public void resend(ChatMessage message) {
      conversations.resend(message.clientId());
    }

    @Override
    public void discard(ChatMessage message) {
      conversations.discard(message.clientId());
    }
  }

  private final class Around implements HeaderView.Actions {
    private final Surroundings surroundings;

    Around(Surroundings surroundings) {
      this.surroundings = surroundings;
    }

    @Override
    public void back() {
      surroundings.back();
    }

    @Override
    public void call() {
      ConversationView.this.call();
    }

    @Override
    public ObservableValue<Optional<String>> hindrance() {
      return hindrance;
    }

    @Override
    public ObservableValue<Optional<UserId>> talkingWith() {
      return calling.talkingWith();
    }

    @Override
    public ContextMenu menu() {
      return surroundings.menuOf(entry);
    }
  }
}
