package charla.client.ui;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys of calls, which act in every window. */
public final class CallKeys {
  public static final KeyCombination CALL = keys(KeyCode.C);
  public static final KeyCombination ACCEPT = keys(KeyCode.A);
  public static final KeyCombination DECLINE = keys(KeyCode.D);
  public static final KeyCombination HANG_UP = keys(KeyCode.E);
  public static final KeyCombination MUTE =
      new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);

  private CallKeys() {}

  private static KeyCombination keys(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);
  }
}
