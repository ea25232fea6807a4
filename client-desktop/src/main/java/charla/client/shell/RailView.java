package charla.client.shell;

import charla.client.ui.Avatar;
import charla.client.ui.Icons;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import charla.protocol.User;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The narrow bar at the left: chats, people, settings, and who is signed in. */
final class RailView extends VBox {
  private final Button chats;
  private final Button settings;
  private final Button calls;
  private final Region missed = new Region();
  private final Texts texts;
  private final Avatar avatar = new Avatar(36);
  private final Tooltip me = new Tooltip();

  RailView(
      Texts texts, Runnable onChats, Runnable onCalls, Runnable onPeople, Runnable onSettings) {
    super(8);
    this.texts = texts;
    getStyleClass().add("rail");
    setAlignment(Pos.TOP_CENTER);
    chats = button(BootstrapIcons.CHAT_LEFT, "rail.chats", onChats);
    calls = button(BootstrapIcons.TELEPHONE, "rail.calls", onCalls);
    calls.setId("rail-calls");
    missed.getStyleClass().add("missed-dot");
    missed.setMouseTransparent(true);
    setMissed(false);
    StackPane callsWithDot = new StackPane(calls, missed);
    callsWithDot.setMaxWidth(USE_PREF_SIZE);
    StackPane.setAlignment(missed, Pos.TOP_RIGHT);
    Button people = button(BootstrapIcons.PERSON_PLUS, "rail.people", onPeople);
    settings = button(BootstrapIcons.GEAR, "rail.settings", onSettings);
    Tooltip.install(avatar, me);
    Region space = new Region();
    setVgrow(space, Priority.ALWAYS);
    getChildren().addAll(chats, callsWithDot, people, space, settings, avatar);
  }

  void showMe(User user) {
    avatar.show(user.id().value(), user.displayName());
    me.setText(texts.get("rail.me", user.displayName() + " @" + user.username()));
    avatar.setAccessibleText(me.getText());
  }

  void setOnline(boolean online) {
    avatar.setOnline(online);
  }

  /** Whether there are missed calls that were not looked at. */
  void setMissed(boolean any) {
    missed.setVisible(any);
    calls.setAccessibleText(texts.get(any ? "rail.calls.missed" : "rail.calls"));
  }

  void markChats() {
    mark(chats);
  }

  void markCalls() {
    mark(calls);
  }

  void markSettings() {
    mark(settings);
  }

  private void mark(Button shown) {
    for (Button button : List.of(chats, calls, settings)) {
      button.pseudoClassStateChanged(Pseudo.CURRENT, button.equals(shown));
    }
  }

  private Button button(BootstrapIcons ikon, String key, Runnable action) {
    Button button = Icons.button(ikon, texts.get(key));
    button.setOnAction(event -> action.run());
    return button;
  }
}
