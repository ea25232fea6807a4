package charla.client;

import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/**
 * A start that shows its window to nobody and ends: an installation runs it for Java to learn which
 * classes a start needs (an AOT cache).
 */
final class Rehearsal extends AnimationTimer {
  private static final int FRAMES = 10;

  private final Stage stage;
  private int shown;

  Rehearsal(Stage stage) {
    this.stage = stage;
  }

  /** Before JavaFX starts: with its own platform that needs no screen. */
  static void withoutScreen() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
  }

  @Override
  public void handle(long now) {
    if (stage.isShowing() && ++shown == FRAMES) {
      stop();
      stage.close();
    }
  }
}
