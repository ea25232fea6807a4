package charla.client.chat.conversation;

import charla.client.chat.Calling;
import charla.client.chat.ChatMessage;
import charla.client.chat.ConversationEntry;
import charla.client.chat.Conversations;
import charla.client.chat.Timeline;
import charla.client.chat.composer.ComposerView;
import charla.client.chat.composer.ComposerViewModel;
import charla.client.chat.composer.Outgoing;
import charla.client.chat.timeline.MessageActions;
import charla.client.chat.timeline.MessageKit;
import charla.client.chat.timeline.TimelineView;
import charla.client.chat.timeline.TimelineViewModel;
import charla.client.ui.Zone;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
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

  /** What the conversation asks of the screen around it. */
  public interface Surroundings {
    /** Back to the list, where only one of them has room. */
    void back();

    /** Opens an http or https address in the system's browser. */
    void open(URI link);

    Calling calling();
  }

  public ConversationView(
      MessageKit kit,
      Conversations conversations,
      ConversationEntry entry,
      Surroundings surroundings) {
    this.conversations = conversations;
    this.entry = entry;
    this.calling = surroundings.calling();
    this.timeline = conversations.open(entry.id());
    TimelineViewModel model = new TimelineViewModel(timeline, kit.times().zone(), this::markRead);
    attended = model.attendedProperty();
    attended.bind(
        sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::focusedProperty)
            .orElse(false));
    header = new HeaderView(entry, kit.texts(), kit.times(), new Menu(kit, surroundings));
    timelineView =
        new TimelineView(model, kit, new Reading(conversations, surroundings::open, this::call));
    composer =
        new ComposerView(
            new ComposerViewModel(entry.draftProperty().get(), new Writing()),
            kit.texts(),
            kit.emojis(),
            entry.peer().displayName());
    getStyleClass().add("conversation");
    setTop(header);
    setCenter(timelineView);
    setBottom(composer);
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

  public void focusComposer() {
    composer.focusText();
  }

  /** From top to bottom. */
  public List<Zone> zones() {
    return List.of(
        Zone.of(header),
        new Zone(timelineView, timelineView::requestFocus),
        new Zone(composer, composer::focusText));
  }

  public void toNewest() {
    timelineView.toEnd();
  }

  /** Calls the one it is with. */
  public void call() {
    if (calling.hindrance().getValue().isEmpty()) {
      calling.call(entry.peer());
    }
  }

  private void markRead() {
    conversations.markRead(entry.id(), entry.lastSeqProperty().get());
  }

  private static void copyText(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
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

  private record Reading(Conversations conversations, Consumer<URI> browser, Runnable toCall)
      implements MessageActions {
    @Override
    public void open(URI link) {
      browser.accept(link);
    }

    @Override
    public void copy(String text) {
      copyText(text);
    }

    @Override
    public void callBack() {
      toCall.run();
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

  private final class Menu implements HeaderView.Actions {
    private final BlockingView blocking;
    private final Runnable back;

    Menu(MessageKit kit, Surroundings surroundings) {
      this.blocking = new BlockingView(kit.texts(), conversations);
      this.back = surroundings::back;
    }

    @Override
    public void back() {
      back.run();
    }

    @Override
    public void copyUsername() {
      copyText(entry.peer().username().value());
    }

    @Override
    public Calling calling() {
      return calling;
    }

    @Override
    public void block() {
      blocking.ask(entry.peer(), getScene().getWindow());
    }
  }
}
