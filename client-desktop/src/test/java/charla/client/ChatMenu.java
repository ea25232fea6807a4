package charla.client;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The menu of the first conversation in the list. */
record ChatMenu(List<MenuItem> items) {
  static ChatMenu openedBy(Person person) {
    return person.asks(ChatMenu::open);
  }

  List<String> names() {
    return items.stream().map(item -> String.valueOf(item.getId())).toList();
  }

  /** Chooses the one with this id. */
  void choose(Person person, String id) {
    person.asks(stage -> {
      items.stream().filter(item -> id.equals(item.getId())).forEach(MenuItem::fire);
      return true;
    });
    close(person);
  }

  /** A window that is closed before its menu breaks the test that comes next. */
  void close(Person person) {
    person.asks(stage -> {
      items.getFirst().getParentPopup().hide();
      return true;
    });
  }

  private static ChatMenu open(Stage stage) {
    Node row = stage.getScene().lookup(".conversation-cell");
    row.fireEvent(
        new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, false, null));
    return new ChatMenu(
        Window.getWindows().stream()
            .flatMap(
                window -> window instanceof ContextMenu menu ? Stream.of(menu) : Stream.empty())
            .flatMap(menu -> menu.getItems().stream())
            .toList());
  }
}
