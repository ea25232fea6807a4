package charla.client;

import charla.client.ui.Appearance;
import charla.client.ui.FxThread;
import charla.client.ui.Theme;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/** What is to be seen of a part of a window, and of what size. FX thread only. */
public final class Shown {
  private Shown() {}

  /** Runs this there and waits for it. */
  public static void onFx(Runnable check) {
    CompletableFuture.runAsync(check, new FxThread()).join();
  }

  public static <T> T inFx(Supplier<T> make) {
    return CompletableFuture.supplyAsync(make, new FxThread()).join();
  }

  /** Puts it into a window of this size, in px. */
  public static void dress(Region view, double width, double height) {
    dress(view, width, height, Appearance.SYSTEM);
  }

  public static void dress(Region view, double width, double height, Appearance look) {
    Theme theme = new Theme();
    theme.appearance().set(look);
    theme.dress(new Scene(view, width, height));
    layOut(view);
  }

  /** As the next frames would: what changes in a layout is dressed and laid out again. */
  public static void layOut(Region view) {
    for (int frame = 0; frame < 3; frame++) {
      frame(view);
    }
  }

  /** As the next frame would. */
  public static void frame(Region view) {
    view.getScene().getRoot().applyCss();
    view.getScene().getRoot().layout();
  }

  public static Node find(Node view, String selector) {
    return Objects.requireNonNull(
        all(view, Node.class)
            .filter(node -> selector.equals("#" + node.getId()))
            .findFirst()
            .orElse(null),
        selector);
  }

  public static List<String> words(Parent view) {
    return all(view, Labeled.class)
        .filter(Shown::isShown)
        .map(Labeled::getText)
        .filter(Objects::nonNull)
        .toList();
  }

  public static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  public static <T extends Node> Stream<T> all(Node node, Class<T> type) {
    Stream<T> own = type.isInstance(node) ? Stream.of(type.cast(node)) : Stream.empty();
    return node instanceof Parent parent && !(node instanceof Label)
        ? Stream.concat(
            own, parent.getChildrenUnmodifiable().stream().flatMap(child -> all(child, type)))
        : own;
  }
}
