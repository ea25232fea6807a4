package charla.client.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * A part of the window that F6 leads to.
 *
 * @param enter gives the focus to what is used most in it
 */
public record Zone(Node area, Runnable enter) {

  /** Entered at the first thing in it that takes the focus. */
  public static Zone of(Parent area) {
    return new Zone(area, () -> first(area).ifPresent(Node::requestFocus));
  }

  /** Enters the zone after the one with the focus, or before it with a negative step. */
  public static void move(List<Zone> zones, int step) {
    int at =
        IntStream.range(0, zones.size())
            .filter(i -> zones.get(i).hasFocus())
            .findFirst()
            .orElse(step > 0 ? -1 : 0);
    zones.get(Math.floorMod(at + step, zones.size())).enter.run();
  }

  private boolean hasFocus() {
    Scene scene = area.getScene();
    Node at = scene == null ? null : scene.getFocusOwner();
    while (at != null && !at.equals(area)) {
      at = at.getParent();
    }
    return at != null;
  }

  private static Optional<Node> first(Parent area) {
    return area.getChildrenUnmodifiable().stream()
        .filter(node -> node.isVisible() && !node.isDisabled())
        .flatMap(node -> takesFocus(node).stream())
        .findFirst();
  }

  private static Optional<Node> takesFocus(Node node) {
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent ? first(parent) : Optional.empty();
  }
}
