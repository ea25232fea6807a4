package charla.client;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A person and the windows of their calls.
 *
 * @param peer as the title of the call's window names the other one
 */
record AtThePhone(Person person, String peer) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  void calls() {
    person.click("#call-peer");
  }

  void rings() {
    find("#incoming-call");
  }

  void ringsNoMore() {
    await().atMost(PATIENCE).until(() -> lookup("#incoming-call").isEmpty());
  }

  /** Presses a button of one of the call's windows. */
  void presses(String selector) {
    ButtonBase button = (ButtonBase) find(selector);
    person.asks(stage -> {
      button.fire();
      return true;
    });
  }

  /** Waits until the line below the name says so. */
  void reads(String status) {
    try {
      await().atMost(PATIENCE).until(() -> status().filter(s -> s.contains(status)).isPresent());
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("«" + status + "» is not what stands there: " + status(), e);
    }
  }

  /** Waits until there is no window of a call. */
  void isAlone() {
    await().atMost(PATIENCE).until(() -> lookup("#call").isEmpty());
  }

  private Optional<String> status() {
    return lookup("#call-status").map(node -> ((Labeled) node).getText());
  }

  private Node find(String selector) {
    await("no " + selector).atMost(PATIENCE).until(() -> lookup(selector).isPresent());
    return lookup(selector).orElseThrow();
  }

  private Optional<Node> lookup(String selector) {
    return person.asks(main ->
        List.copyOf(Window.getWindows()).stream()
            .filter(belongsTo(main))
            .map(window -> window.getScene().getRoot())
            .flatMap((Parent root) -> root.lookupAll(selector).stream())
            .findFirst());
  }

  private Predicate<Window> belongsTo(Stage main) {
    return window ->
        (window instanceof PopupWindow popup && main.equals(popup.getOwnerWindow()))
            || (window instanceof Stage stage && ("Call with " + peer).equals(stage.getTitle()));
  }
}
