package charla.client.shell;

import charla.client.ui.Avatar;
import charla.client.ui.Icons;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import charla.protocol.User;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The narrow bar at the left: chats, people, settings, and who is signed in. */
final class RailView extends VBox {
  private final Button chats;
  private final Button settings;
  private final Texts texts;
  private final Avatar avatar = new Avatar(36);
  private final Tooltip me = new Tooltip();

  RailView(Texts texts, Runnable onChats, Runnable onPeople, Runnable onSettings) {
    super(8);
    this.texts = texts;
    getStyleClass().add("rail");
    setAlignment(Pos.TOP_CENTER);
    chats = button(Feather.MESSAGE_SQUARE, "rail.chats", onChats);
    Button people = button(Feather.USER_PLUS, "rail.people", onPeople);
    settings = button(Feather.SETTINGS, "rail.settings", onSettings);
    Tooltip.install(avatar, me);
    Region space = new Region();
    setVgrow(space, Priority.ALWAYS);
    getChildren().addAll(chats, people, space, settings, avatar);
  }

  void showMe(User user) {
    avatar.show(user.id().value(), user.displayName());
    me.setText(texts.get("rail.me", user.displayName() + " @" + user.username()));
    avatar.setAccessibleText(me.getText());
  }

  void setOnline(boolean online) {
    avatar.setOnline(online);
  }

  void markChats() {
    chats.pseudoClassStateChanged(Pseudo.CURRENT, true);
    settings.pseudoClassStateChanged(Pseudo.CURRENT, false);
  }

  void markSettings() {
    chats.pseudoClassStateChanged(Pseudo.CURRENT, false);
    settings.pseudoClassStateChanged(Pseudo.CURRENT, true);
  }

  private Button button(Feather ikon, String key, Runnable action) {
    Button button = Icons.button(ikon, texts.get(key));
    button.setOnAction(event -> action.run());
    return button;
  }
}
