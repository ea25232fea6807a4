package charla.client.shell;

import charla.client.call.history.CallsView;
import charla.client.call.window.CallBarView;
import charla.client.chat.ChatView;
import charla.client.chat.Conversations;
import charla.client.net.LinkState;
import charla.client.notice.ProblemTexts;
import charla.client.settings.SettingsView;
import charla.client.ui.CallKeys;
import charla.client.ui.Keys;
import charla.client.ui.Texts;
import charla.client.ui.Zone;
import charla.protocol.User;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a signed-in person sees: the rail, the banner when there is one, and chats or settings. */
public final class MainView extends BorderPane {
  private static final KeyCombination ESCAPE = new KeyCodeCombination(KeyCode.ESCAPE);

  /**
   * What it shows, one at a time.
   *
   * @param callBar stands above all of them while there is a call in it
   * @param missed whether there are missed calls that were not looked at
   */
  public record Pages(
      ChatView chats,
      CallsView calls,
      SettingsView settings,
      CallBarView callBar,
      ReadOnlyBooleanProperty missed) {}

  private final ChatView chats;
  private final CallsView calls;
  private final SettingsView settings;
  private final RailView rail;
  private final StackPane content = new StackPane();

  public MainView(
      Texts texts, ProblemTexts words, Conversations conversations, User me, Pages pages) {
    this.chats = pages.chats();
    this.calls = pages.calls();
    this.settings = pages.settings();
    rail =
        new RailView(texts, this::showChats, this::showCalls, this::findPeople, this::showSettings);
    rail.showMe(me);
    pages.missed().subscribe(rail::setMissed);
    conversations
        .linkProperty()
        .subscribe(link -> rail.setOnline(link instanceof LinkState.Online));
    BannerView banner =
        new BannerView(texts, words, conversations.linkProperty(), conversations::retryNow);
    VBox right = new VBox(pages.callBar(), banner, content);
    VBox.setVgrow(content, Priority.ALWAYS);
    setLeft(rail);
    setCenter(right);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    showChats();
  }

  private void onKey(KeyEvent event) {
    if (Keys.NEXT_ZONE.match(event) || Keys.PREVIOUS_ZONE.match(event)) {
      Zone.move(zones(), event.isShiftDown() ? -1 : 1);
      event.consume();
      return;
    }
    if (isShown(chats)) {
      chats.onKey(event);
    }
    if (Keys.SETTINGS.match(event)) {
      showSettings();
      event.consume();
    } else if (CallKeys.CALL.match(event)) {
      chats.call();
      event.consume();
    } else if (ESCAPE.match(event) && !isShown(chats)) {
      showChats();
      event.consume();
    }
  }

  /** Shows the conversation with somebody. */
  public void openChat(User person) {
    showChats();
    chats.talkTo(person);
  }

  private List<Zone> zones() {
    List<Zone> zones = new ArrayList<>(List.of(Zone.of(rail)));
    zones.addAll(isShown(chats) ? chats.zones() : List.of(Zone.of(content)));
    return zones;
  }

  /** Looks for somebody to write to. */
  public void findPeople() {
    showChats();
    chats.findPeople();
  }

  private void showChats() {
    content.getChildren().setAll(chats);
    rail.markChats();
  }

  private void showCalls() {
    content.getChildren().setAll(calls);
    calls.shown();
    rail.markCalls();
  }

  private void showSettings() {
    content.getChildren().setAll(settings);
    rail.markSettings();
  }

  private boolean isShown(Node view) {
    return content.getChildren().contains(view);
  }
}
