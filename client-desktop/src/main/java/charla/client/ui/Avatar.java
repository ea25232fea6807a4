package charla.client.ui;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A person as a coloured disc with their initials, and a dot while they are online. The colour is
 * the same for one person everywhere.
 */
public final class Avatar extends StackPane {
  private static final int COLOURS = 8;

  private final Label initials = new Label();
  private final Region dot = new Region();

  /**
   * @param size width and height in px
   */
  public Avatar(double size) {
    getStyleClass().add("avatar");
    dot.getStyleClass().add("presence-dot");
    dot.setVisible(false);
    setAlignment(dot, Pos.BOTTOM_RIGHT);
    getChildren().addAll(initials, dot);
    setAccessibleText("");
    setSize(size);
  }

  /**
   * @param size width and height in px
   */
  public void setSize(double size) {
    double dotSize = Math.max(10, Math.round(size * 0.28));
    dot.setMinSize(dotSize, dotSize);
    dot.setMaxSize(dotSize, dotSize);
    initials.setStyle("-fx-font-size: " + Math.round(size * 0.38) + "px;");
    setStyle("-fx-background-radius: " + size + ";");
    setMinSize(size, size);
    setMaxSize(size, size);
  }

  /**
   * @param key what the colour is drawn from: the user's id
   */
  public void show(String key, String displayName) {
    initials.setText(initialsOf(displayName));
    getStyleClass().removeIf(c -> c.startsWith("avatar-"));
    getStyleClass().add("avatar-" + Math.floorMod(key.hashCode(), COLOURS));
  }

  public void setOnline(boolean online) {
    dot.setVisible(online);
  }

  static String initialsOf(String displayName) {
    String[] words = displayName.strip().split("\\s+", -1);
    return Arrays.stream(
            words.length > 2 ? new String[] {words[0], words[words.length - 1]} : words)
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toString(word.codePointAt(0)))
        .collect(Collectors.joining())
        .toUpperCase(java.util.Locale.ROOT);
  }
}
