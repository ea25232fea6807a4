package charla.client.call.window;

import charla.client.ui.Avatar;
import charla.protocol.User;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Duration;

/** A face with a ring around it that moves with a voice, or pulses while it calls. */
final class VoiceRingView extends StackPane {
  private static final double GROWS_BY = 0.24;
  private static final double RING = 8;

  private final Avatar avatar;
  private final Region ring = new Region();

  VoiceRingView(double size, ObservableValue<Optional<User>> peer) {
    avatar = new Avatar(size);
    ring.getStyleClass().add("voice-ring");
    getChildren().addAll(ring, avatar);
    setFace(size);
    peer.subscribe(who -> who.ifPresent(this::show));
  }

  /**
   * @param size of the face without the ring, px
   */
  void setFace(double size) {
    avatar.setSize(size);
    double around = size + RING;
    ring.setMinSize(around, around);
    ring.setMaxSize(around, around);
    double most = around * (1 + GROWS_BY);
    setMinSize(most, most);
    setMaxSize(most, most);
  }

  /** From now on it moves with this level, 0 to 1. */
  void follow(ObservableDoubleValue level) {
    level.subscribe(now -> scale(Math.clamp(now.doubleValue(), 0, 1)));
  }

  /** Whether there is a voice to be seen. */
  void setRingShown(boolean shown) {
    ring.setVisible(shown);
  }

  /** From now on it pulses, as long as its window is shown. */
  void pulse() {
    Timeline pulse =
        new Timeline(
            new KeyFrame(Duration.ZERO, values(0)),
            new KeyFrame(Duration.millis(700), values(1)),
            new KeyFrame(Duration.millis(1400), values(0)));
    pulse.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(shown -> {
          if (shown) {
            pulse.play();
          } else {
            pulse.stop();
          }
        });
  }

  private void show(User who) {
    avatar.show(who.id().value(), who.displayName());
  }

  private void scale(double level) {
    ring.setScaleX(1 + GROWS_BY * level);
    ring.setScaleY(1 + GROWS_BY * level);
  }

  private KeyValue[] values(double level) {
    return new KeyValue[] {
      new KeyValue(ring.scaleXProperty(), 1 + GROWS_BY * level),
      new KeyValue(ring.scaleYProperty(), 1 + GROWS_BY * level)
    };
  }
}
