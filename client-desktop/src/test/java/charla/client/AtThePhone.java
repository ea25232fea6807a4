package charla.client;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A person and the windows of their calls.
 *
 * @param peer the other one's name
 */
public record AtThePhone(Person person, String peer) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  public void calls() {
    person.click("#call-peer");
  }

  /** Lets it ring for a moment, then presses Accept. */
  public void answers() {
    rings();
    person.thinks();
    presses("#call-accept");
  }

  public void rings() {
    find("#incoming-call");
  }

  public void ringsNoMore() {
    await().atMost(PATIENCE).until(() -> !isRung());
  }

  public boolean isRung() {
    return lookup("#incoming-call").isPresent();
  }

  /** Waits until this stands where it rang. */
  public void readsWhereItRang(String words) {
    await()
        .atMost(PATIENCE)
        .until(() -> text("#incoming-call .muted").filter(s -> s.contains(words)).isPresent());
  }

  /** Presses a button of one of the call's windows. */
  public void presses(String selector) {
    ButtonBase button = (ButtonBase) find(selector);
    person.asks(stage -> {
      button.fire();
      return true;
    });
  }

  /** Moves a slider of one of the call's windows. */
  public void slides(String selector, double to) {
    Slider slider = (Slider) find(selector);
    person.asks(stage -> {
      slider.setValue(to);
      return true;
    });
  }

  /** Waits until the line below the name says so. */
  public void reads(String status) {
    try {
      await().atMost(PATIENCE).until(() -> status().filter(s -> s.contains(status)).isPresent());
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("«" + status + "» is not what stands there: " + status(), e);
    }
  }

  /** Waits until there is no window of a call. */
  public void isAlone() {
    await().atMost(PATIENCE).until(() -> lookup("#call").isEmpty());
  }

  /** What the call's window says besides, as of a microphone that is missing; empty for nothing. */
  public String notice() {
    return text("#call-notice").orElse("");
  }

  /** The windows of the call that this person sees. FX thread only. */
  public List<Window> windows(Stage main) {
    return Window.getWindows().stream().filter(window -> belongsTo(main, window)).toList();
  }

  private Optional<String> status() {
    return text("#call-status");
  }

  private Optional<String> text(String selector) {
    return lookup(selector).map(node -> ((Labeled) node).getText());
  }

  private Node find(String selector) {
    await("no " + selector).atMost(PATIENCE).until(() -> lookup(selector).isPresent());
    return lookup(selector).orElseThrow();
  }

  private Optional<Node> lookup(String selector) {
    return person.asks(main ->
        windows(main).stream()
            .map(window -> window.getScene().getRoot())
            .flatMap((Parent root) -> root.lookupAll(selector).stream())
            .findFirst());
  }

  /** A call's window is named after the other one, in every language. */
  private boolean belongsTo(Stage main, Window window) {
    return switch (window) {
      case Tooltip _ -> false;
      case PopupWindow popup ->
          main.equals(popup.getOwnerWindow()) || belongsTo(main, popup.getOwnerWindow());
      case Stage stage ->
          !main.equals(stage) && stage.getTitle() != null && stage.getTitle().endsWith(peer);
      default -> false;
    };
  }
}
