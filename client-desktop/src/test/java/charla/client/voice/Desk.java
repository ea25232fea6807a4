package charla.client.voice;

import static org.awaitility.Awaitility.await;

import charla.client.Pace;
import charla.client.Person;
import charla.client.call.Equipment;
import charla.client.call.webrtc.WebRtc;
import charla.client.chat.Conversations;
import charla.client.chat.Timeline;
import charla.protocol.CallReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Window;

/**
 * A program: the desktop app with real audio, and a person in front of it who does what each line
 * asks for, and says when it is done. What happens by itself is said too, each with its moment by
 * {@link System#nanoTime}, which all processes of a machine share.
 */
final class Desk {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PASSWORD = "seven green bicycles";

  private final Person person;

  private Desk(Person person) {
    this.person = person;
  }

  /** Arguments: the profile's folder and an invite to the server. */
  public static void main(String[] arguments) throws IOException {
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    try (WebRtc webRtc = new WebRtc();
        Person person =
            Person.opensApp(
                Path.of(arguments[0]), arguments[1], Pace.AT_ONCE, () -> overheard(webRtc));
        Scanner in = new Scanner(System.in, StandardCharsets.UTF_8)) {
      Desk desk = new Desk(person);
      person.asks(stage -> {
        Window.getWindows().forEach(Desk::opened);
        Window.getWindows().addListener(Desk::changed);
        return true;
      });
      say("begins");
      while (in.hasNextLine()) {
        desk.isAsked(in.nextLine());
      }
    }
    Platform.exit();
    // As the app itself: WebRTC's own threads must not keep it.
    System.exit(0);
  }

  /** A line for the test; what is logged comes between such lines. */
  static synchronized void say(String what) {
    System.out.println(DeskProcess.MARK + System.nanoTime() + " " + what);
    System.out.flush();
  }

  private static Equipment overheard(WebRtc webRtc) {
    Equipment real = webRtc.equipment();
    return new Equipment(new Overheard(real.media()), real.devices(), real.ringer());
  }

  private void isAsked(String line) {
    try {
      does(line.split(" ", 2));
      say("done");
    } catch (RuntimeException | AssertionError e) {
      say("failed " + e);
    }
  }

  private void does(String... order) {
    switch (order[0]) {
      case "register" -> person.registers(order[1], order[1], PASSWORD);
      case "find" -> person.talksTo(order[1]);
      case "write" -> person.writes(order[1]);
      case "read" -> person.reads(order[1]);
      case "open" -> person.opensNewestChat();
      case "press" -> fire(node -> order[1].equals("#" + node.getId()));
      case "choose" -> fire(node -> node instanceof Labeled l && order[1].equals(l.getText()));
      case "status" -> until(() -> status().filter(is -> is.contains(order[1])).isPresent());
      case "calls" -> seesCalls(order[1]);
      default -> throw new IllegalArgumentException(order[0]);
    }
  }

  /** Waits until so many calls stand in the conversation, all of which went as calls should. */
  private void seesCalls(String count) {
    Conversations chats = person.client().conversations().orElseThrow();
    Timeline timeline = person.asks(stage -> chats.open(chats.entries().getFirst().id()));
    until(() -> count.equals(Long.toString(completed(timeline))));
    person.asks(stage -> {
      chats.close(timeline);
      return true;
    });
  }

  private static long completed(Timeline timeline) {
    return timeline.messages().stream()
        .flatMap(message -> Stream.ofNullable(message.call()))
        .filter(call -> call.reason() == CallReason.COMPLETED)
        .count();
  }

  private void fire(Predicate<Node> wanted) {
    Predicate<Node> button = node -> node instanceof ButtonBase && !node.isDisabled();
    until(() -> lookup(button.and(wanted)).isPresent());
    person.asks(stage -> {
      lookup(button.and(wanted)).ifPresent(node -> ((ButtonBase) node).fire());
      return true;
    });
  }

  private static Optional<String> status() {
    return lookup(node -> "call-status".equals(node.getId()))
        .map(node -> ((Labeled) node).getText());
  }

  /** FX thread only. */
  private static Optional<Node> lookup(Predicate<Node> wanted) {
    return List.copyOf(Window.getWindows()).stream()
        .flatMap(window -> window.getScene().getRoot().lookupAll("*").stream())
        .filter(wanted)
        .findFirst();
  }

  private void until(BooleanSupplier so) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> person.asks(stage -> so.getAsBoolean()));
  }

  private static void changed(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(Desk::opened);
    }
  }

  private static void opened(Window window) {
    if (window.getScene().getRoot().lookup("#incoming-call") != null) {
      say("rings");
    }
    if (window.getProperties().put(Desk.class, true) == null) {
      window.addEventFilter(ActionEvent.ACTION, Desk::pressed);
    }
  }

  private static void pressed(ActionEvent event) {
    if (event.getTarget() instanceof Node node && node.getId() != null) {
      say("pressed #" + node.getId());
    }
  }
}
