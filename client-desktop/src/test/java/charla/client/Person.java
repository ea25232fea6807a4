package charla.client;

import charla.client.call.Equipment;
import charla.client.call.FakeEquipment;
import charla.client.chat.ChatMessage;
import charla.client.chat.Conversations;
import charla.client.chat.Timeline;
import charla.client.desktop.NoNotifications;
import charla.client.session.Profile;
import charla.client.ui.FxThread;
import charla.client.ui.Keys;
import charla.client.ui.OperatingSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A person in front of a desktop app of their own: types, clicks, and reads what stands there. */
public final class Person implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Stage stage;
  private final DesktopClient client;
  private final Pace pace;

  private Person(Stage stage, DesktopClient client, Pace pace) {
    this.stage = stage;
    this.client = client;
    this.pace = pace;
  }

  /** Opens the app; what was kept in the folder by an earlier one is there again. */
  public static Person opensApp(Path folder, String server) {
    return opensApp(folder, server, Pace.AT_ONCE);
  }

  /** The same, and does everything at this pace. */
  public static Person opensApp(Path folder, String server, Pace pace) {
    return opensApp(folder, server, pace, FakeEquipment::make);
  }

  /** The same, and calls with this. */
  public static Person opensApp(
      Path folder, String server, Pace pace, Supplier<Equipment> equipment) {
    return onFx(() -> {
      Stage stage = new Stage();
      DesktopClient client =
          new DesktopClient(
              Profile.in(folder), stage, link -> {}, equipment, new NoNotifications());
      client.start(Optional.of(server));
      return new Person(stage, client, pace);
    });
  }

  /** Puts the window where the others leave room for it. */
  public void takes(Rectangle2D place) {
    onFx(() -> {
      stage.setX(place.getMinX());
      stage.setY(place.getMinY());
      stage.setWidth(place.getWidth());
      stage.setHeight(place.getHeight());
      return true;
    });
  }

  /** Turns to the window: only then are messages in it read. */
  public void looks() {
    onFx(() -> {
      stage.toFront();
      stage.requestFocus();
      return true;
    });
  }

  public void registers(String username, String displayName, String password) {
    click("#to-register");
    type("#username", username);
    type("#display-name", displayName);
    type("#password", password);
    type("#again", password);
    click("#submit");
    sees("#conversations");
  }

  public void signsIn(String username, String password) {
    type("#username", username);
    type("#password", password);
    click("#submit");
    sees("#conversations");
  }

  /** Finds somebody by name and opens the conversation with them. */
  public void talksTo(String name) {
    sees("#conversations");
    presses(Keys.FIND_PEOPLE);
    type("#people-search", name);
    ListView<?> found = (ListView<?>) sees("#people-found");
    until(() -> onFx(() -> !found.getItems().isEmpty()));
    pace.think();
    onFx(() -> {
      found.fireEvent(key(found, KeyCode.ENTER));
      return true;
    });
    sees(".message-area");
  }

  /** Chooses the newest conversation of the list. */
  public void opensNewestChat() {
    ListView<?> list = (ListView<?>) sees("#conversations");
    until(() -> onFx(() -> !list.getItems().isEmpty()));
    pace.think();
    onFx(() -> {
      list.getSelectionModel().select(0);
      return true;
    });
    sees(".message-area");
  }

  public void writes(String text) {
    begins(text);
    sends();
  }

  /** Writes this and does not send it yet. */
  public void begins(String text) {
    pace.think();
    type(".message-area", text);
  }

  /** Sends what is written. */
  public void sends() {
    pace.think();
    Node composer = sees(".message-area");
    onFx(() -> {
      composer.fireEvent(key(composer, KeyCode.ENTER));
      return true;
    });
  }

  /** Types this in place of what was there, letter by letter. */
  public void type(String selector, String text) {
    TextInputControl input = inputOf(sees(selector));
    onFx(() -> {
      input.clear();
      return true;
    });
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> {
          pace.betweenKeys();
          onFx(() -> {
            input.appendText(letter);
            return true;
          });
        });
  }

  public void click(String selector) {
    ButtonBase button = (ButtonBase) sees(selector);
    until(() -> onFx(() -> !button.isDisabled()));
    pace.think();
    onFx(() -> {
      button.fire();
      return true;
    });
  }

  /** Presses these keys where the focus is. */
  public void presses(KeyCombination combination) {
    KeyCodeCombination keys = (KeyCodeCombination) combination;
    boolean mac = OperatingSystem.here() == OperatingSystem.MAC;
    boolean shortcut = keys.getShortcut() == ModifierValue.DOWN;
    onFx(() -> {
      Node target = stage.getScene().getFocusOwner();
      target.fireEvent(
          new KeyEvent(
              target,
              target,
              KeyEvent.KEY_PRESSED,
              "",
              "",
              keys.getCode(),
              keys.getShift() == ModifierValue.DOWN,
              shortcut && !mac,
              keys.getAlt() == ModifierValue.DOWN,
              shortcut && mac));
      return true;
    });
  }

  /** Whether the keyboard is there or in something that is in it. */
  public boolean isAt(String selector) {
    return onFx(() -> {
      Node at = stage.getScene().getFocusOwner();
      while (at != null && !stage.getScene().getRoot().lookupAll(selector).contains(at)) {
        at = at.getParent();
      }
      return at != null;
    });
  }

  /** Waits until it is on the screen. */
  public Node sees(String selector) {
    until(() -> onFx(() -> shown(selector).isPresent()));
    return onFx(() -> shown(selector).orElseThrow());
  }

  /** Waits until nothing of this kind is on the screen. */
  public void seesNo(String selector) {
    until(() -> onFx(() -> shown(selector).isEmpty()));
  }

  /** Waits until this text stands somewhere in the window. */
  public void reads(String text) {
    try {
      until(() -> texts().stream().anyMatch(shown -> shown.contains(text)));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("«" + text + "» does not stand among " + texts(), e);
    }
  }

  /** All text that stands in the window. */
  public List<String> texts() {
    return onFx(() -> {
      List<String> texts = new ArrayList<>();
      Deque<Node> open = new ArrayDeque<>();
      open.add(stage.getScene().getRoot());
      while (!open.isEmpty()) {
        Node node = open.pop();
        if (node instanceof Text shown && isShown(node)) {
          texts.add(shown.getText());
        }
        if (node instanceof Parent parent) {
          open.addAll(parent.getChildrenUnmodifiable());
        }
      }
      return texts;
    });
  }

  /** All that was said in the newest conversation, in its order, once there is this much. */
  public List<String> log(int length) {
    Conversations chats = client.conversations().orElseThrow();
    Timeline timeline = onFx(() -> chats.open(chats.entries().getFirst().id()));
    until(() -> onFx(() -> timeline.messages().size() >= length));
    List<String> log = onFx(() -> timeline.messages().stream().map(ChatMessage::content).toList());
    onFx(() -> {
      chats.close(timeline);
      return true;
    });
    return log;
  }

  /** Takes the time of a thought. */
  public void thinks() {
    pace.think();
  }

  /** How long this person talks in a call. */
  public Duration talkingTime() {
    return pace.talk();
  }

  public <T> T asks(Function<Stage, T> question) {
    return onFx(() -> question.apply(stage));
  }

  public DesktopClient client() {
    return client;
  }

  @Override
  public void close() {
    onFx(() -> {
      client.close();
      stage.close();
      return true;
    });
  }

  private Optional<Node> shown(String selector) {
    return stage.getScene().getRoot().lookupAll(selector).stream()
        .filter((Predicate<Node>) Person::isShown)
        .findFirst();
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static TextInputControl inputOf(Node node) {
    return switch (node) {
      case ComboBox<?> box -> box.getEditor();
      case TextInputControl input -> input;
      default -> throw new AssertionError(node + " takes no text");
    };
  }

  private static KeyEvent key(Node target, KeyCode code) {
    return new KeyEvent(
        target, target, KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  private void until(Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition);
  }

  private static <T> T onFx(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    new FxThread()
        .execute(() -> {
          try {
            done.complete(work.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    try {
      return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
