package charla.client.demo;

import charla.client.ui.Appearance;
import charla.client.ui.Theme;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Takes pictures of screens at twice their size, without a display. Called off the FX thread. */
final class Camera {
  private static final double SCALE = 2;
  private static final int PULSES_TO_SETTLE = 20;

  private final Path folder;
  private final Theme theme;

  /**
   * @param theme dresses what is shown
   */
  Camera(Path folder, Theme theme) {
    this.folder = folder;
    this.theme = theme;
  }

  record Format(double width, double height, Appearance appearance) {
    Format in(Appearance other) {
      return new Format(width, height, other);
    }
  }

  /** A picture of what was built, after {@code then} was done to it. */
  void take(String name, Format format, Supplier<Parent> screen, Runnable then)
      throws InterruptedException {
    Stage[] stage = new Stage[1];
    onFx(() -> stage[0] = show(screen.get(), format));
    settle();
    onFx(then);
    settle();
    onFx(() -> {
      Picture.of(stage[0].getScene(), SCALE).write(folder.resolve(name + ".png"));
      theme.release(stage[0].getScene());
      stage[0].close();
    });
  }

  private Stage show(Parent root, Format format) {
    theme.appearance().set(format.appearance());
    Stage stage = new Stage();
    Scene scene = new Scene(root, format.width(), format.height());
    theme.dress(scene);
    stage.setScene(scene);
    stage.show();
    return stage;
  }

  private static void settle() throws InterruptedException {
    CountDownLatch settled = new CountDownLatch(PULSES_TO_SETTLE);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            settled.countDown();
          }
        };
    onFx(timer::start);
    settled.await();
    onFx(timer::stop);
  }

  private static void onFx(Runnable task) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        task.run();
      } finally {
        done.countDown();
      }
    });
    done.await();
  }
}
