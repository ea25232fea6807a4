package charla.client;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A mouse. FX thread only. */
public final class Pointer {
  private Pointer() {}

  public static void click(Node node) {
    press(node);
    node.fireEvent(event(MouseEvent.MOUSE_RELEASED));
    node.fireEvent(event(MouseEvent.MOUSE_CLICKED));
  }

  public static void press(Node node) {
    node.fireEvent(event(MouseEvent.MOUSE_PRESSED));
  }

  private static MouseEvent event(EventType<MouseEvent> type) {
    boolean down = type.equals(MouseEvent.MOUSE_PRESSED);
    return new MouseEvent(
        type,
        5,
        5,
        5,
        5,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        down,
        false,
        false,
        false,
        false,
        true,
        null);
  }
}
