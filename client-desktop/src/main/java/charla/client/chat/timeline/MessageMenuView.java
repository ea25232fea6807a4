package charla.client.chat.timeline;

import charla.client.chat.ChatMessage;
import charla.client.chat.MessageState.Failed;
import charla.client.notice.ProblemTexts;
import charla.client.ui.Texts;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menus of one message. */
record MessageMenuView(Texts texts, MessageActions actions) {

  /** Everything that can be done with it. */
  ContextMenu of(ChatMessage message) {
    ContextMenu menu = new ContextMenu();
    menu.getItems().add(item(texts.get("message.copy"), () -> actions.copy(message.content())));
    Links.split(message.content()).stream()
        .flatMap(part -> part.target().stream())
        .distinct()
        .forEach(link ->
            menu.getItems()
                .add(item(texts.get("message.open", Links.host(link)), () -> actions.open(link))));
    if (message.state() instanceof Failed) {
      menu.getItems().addAll(ofFailed(message).getItems());
    }
    return menu;
  }

  /** What to do with one that the server refused. */
  ContextMenu ofFailed(ChatMessage message) {
    return new ContextMenu(
        reason(message),
        new SeparatorMenuItem(),
        item(texts.get("message.resend"), () -> actions.resend(message)),
        item(texts.get("message.discard"), () -> actions.discard(message)));
  }

  /** Not to be chosen: it only says why. */
  private MenuItem reason(ChatMessage message) {
    String why =
        message.state() instanceof Failed(var problem) ? new ProblemTexts(texts).of(problem) : "";
    MenuItem reason = item(why, () -> {});
    reason.setId("why-failed");
    reason.setDisable(true);
    return reason;
  }

  private static MenuItem item(String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }
}
