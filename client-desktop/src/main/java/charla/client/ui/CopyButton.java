package charla.client.ui;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;

/** Copies something, and says for a while that it has. */
public final class CopyButton extends Button {
  private static final Duration SAID_FOR = Duration.seconds(4);

  public CopyButton(String word, String done, Runnable copy) {
    super(word);
    PauseTransition said = new PauseTransition(SAID_FOR);
    said.setOnFinished(event -> setText(word));
    setOnAction(event -> {
      copy.run();
      setText(done);
      said.playFromStart();
    });
  }
}
