package charla.client.chat;

import charla.client.ui.Zone;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Lets a card lie over what is below, which is dimmed; Esc and a press beside the card close it.
 */
public final class OverlayView extends StackPane {
  private final Node below;
  private final Runnable back;

  /**
   * @param back gives the keyboard to what is below again
   */
  OverlayView(Node below, Runnable back) {
    super(below);
    this.below = below;
    this.back = back;
  }

  /** Lays it there, unless there is another one. */
  public void show(Region card) {
    if (getChildren().size() > 1) {
      return;
    }
    StackPane scrim = new StackPane(card);
    scrim.getStyleClass().add("scrim");
    scrim.setOnMousePressed(event -> {
      if (scrim.equals(event.getTarget())) {
        close();
      }
    });
    // Before a list or a field sees it, which keep Esc to themselves.
    scrim.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    getChildren().add(scrim);
    Zone.of(card).enter().run();
  }

  public void close() {
    getChildren().retainAll(below);
    back.run();
  }

  private void onKey(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      close();
      key.consume();
    }
  }
}
