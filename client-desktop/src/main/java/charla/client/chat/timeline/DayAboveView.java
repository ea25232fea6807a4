package charla.client.chat.timeline;

import charla.client.ui.Times;
import java.time.LocalDate;
import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** The chip of the day that began above the view; it goes again a moment after the scrolling. */
final class DayAboveView extends Label {
  private static final Duration SHOWN = Duration.seconds(1.5);
  private static final Duration FADE = Duration.millis(150);

  private final Times times;
  private final PauseTransition pause = new PauseTransition(SHOWN);
  private final FadeTransition fade = new FadeTransition(FADE, this);

  DayAboveView(Times times) {
    this.times = times;
    getStyleClass().addAll("day-chip", "day-above");
    setMouseTransparent(true);
    setVisible(false);
    fade.setToValue(0);
    fade.setOnFinished(event -> setVisible(false));
    pause.setOnFinished(event -> fade.playFromStart());
  }

  /**
   * @param day empty where the chip of the day is itself in view, or the end of the timeline is
   */
  void scrolledTo(Optional<LocalDate> day) {
    setVisible(day.isPresent());
    fade.stop();
    if (day.isEmpty()) {
      pause.stop();
      return;
    }
    setText(times.day(day.get()));
    setOpacity(1);
    pause.playFromStart();
  }
}
