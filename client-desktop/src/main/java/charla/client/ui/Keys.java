package charla.client.ui;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/**
 * The keys of the main window, in one place: what acts on them and what names them read it here.
 */
public final class Keys {
  public static final KeyCombination SWITCH = shortcut(KeyCode.K);
  public static final KeyCombination FIND_PEOPLE = shortcut(KeyCode.N);
  public static final KeyCombination SEARCH = shortcut(KeyCode.F);
  public static final KeyCombination SETTINGS = shortcut(KeyCode.COMMA);
  public static final KeyCombination NEWEST = shortcut(KeyCode.J);
  public static final KeyCombination EMOJI = shortcut(KeyCode.J, KeyCombination.SHIFT_DOWN);
  public static final KeyCombination COMPOSER = shortcut(KeyCode.T, KeyCombination.SHIFT_DOWN);
  public static final KeyCombination NEXT = alt(KeyCode.DOWN);
  public static final KeyCombination PREVIOUS = alt(KeyCode.UP);
  public static final KeyCombination NEXT_UNREAD = alt(KeyCode.DOWN, KeyCombination.SHIFT_DOWN);
  public static final KeyCombination PREVIOUS_UNREAD = alt(KeyCode.UP, KeyCombination.SHIFT_DOWN);
  public static final KeyCombination NEXT_ZONE = new KeyCodeCombination(KeyCode.F6);
  public static final KeyCombination PREVIOUS_ZONE =
      new KeyCodeCombination(KeyCode.F6, KeyCombination.SHIFT_DOWN);

  /** Opens the first to the ninth conversation. */
  public static final List<KeyCombination> NUMBERS =
      IntStream.rangeClosed(1, 9)
          .<KeyCombination>mapToObj(n -> shortcut(KeyCode.valueOf("DIGIT" + n)))
          .toList();

  private Keys() {}

  /** What a button does with the keys that do the same: {@code Newest message (Ctrl+J)}. */
  public static String named(String name, KeyCombination keys) {
    return name + " (" + keys.getDisplayText() + ")";
  }

  private static KeyCombination shortcut(KeyCode code, Modifier... more) {
    return new KeyCodeCombination(code, with(KeyCombination.SHORTCUT_DOWN, more));
  }

  private static KeyCombination alt(KeyCode code, Modifier... more) {
    return new KeyCodeCombination(code, with(KeyCombination.ALT_DOWN, more));
  }

  private static Modifier[] with(Modifier first, Modifier... more) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(first), java.util.Arrays.stream(more))
        .toArray(Modifier[]::new);
  }
}
