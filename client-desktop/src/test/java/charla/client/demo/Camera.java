package charla.client.demo;

import charla.client.ui.Appearance;
import charla.client.ui.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Takes pictures of screens, each in light and in dark. Called off the FX thread. */
final class Camera {
  private static final double SCALE = 1.25;
  private static final int PULSES_TO_SETTLE = 24;

  private final Path folder;
  private final Theme theme;
  private final List<String> wanted;

  /**
   * @param theme dresses what is shown
   * @param wanted beginnings of names; the others are not taken. Empty for all
   */
  Camera(Path folder, Theme theme, List<String> wanted) {
    this.folder = folder;
    this.theme = theme;
    this.wanted = wanted;
  }

  /** In px, before it is magnified. */
  record Size(double width, double height) {}

  private record Format(Size size, Appearance appearance) {}

  void take(String name, Size size, Function<Appearance, Parent> screen)
      throws InterruptedException {
    take(name, size, screen, root -> {});
  }

  /** A picture of what was built, after {@code then} was done to it. */
  void take(String name, Size size, Function<Appearance, Parent> screen, Consumer<Parent> then)
      throws InterruptedException {
    if (!wanted.isEmpty() && wanted.stream().noneMatch(name::startsWith)) {
      return;
    }
    for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
      String file = name + "-" + appearance.name().toLowerCase(Locale.ROOT);
      take(file, new Format(size, appearance), () -> screen.apply(appearance), then);
    }
  }

  private void take(String name, Format format, Supplier<Parent> screen, Consumer<Parent> then)
      throws InterruptedException {
    Stage[] stage = new Stage[1];
    onFx(() -> stage[0] = show(screen, format));
    settle();
    onFx(() -> then.accept(stage[0].getScene().getRoot()));
    settle();
    onFx(() -> {
      Picture.of(stage[0], over(stage[0]), SCALE).write(folder.resolve(name + ".png"));
      theme.release(stage[0].getScene());
      stage[0].close();
    });
  }

  private Stage show(Supplier<Parent> screen, Format format) {
    Scene scene = new Scene(screen.get(), format.size().width(), format.size().height());
    // Wherever the pointer happens to be.
    scene.getRoot().setMouseTransparent(true);
    theme.appearance().set(format.appearance());
    theme.dress(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    return stage;
  }

  /** What this window has opened: menus, popups, questions. */
  private static List<Window> over(Stage stage) {
    return Window.getWindows().stream()
        .filter(window ->
            (window instanceof PopupWindow popup && stage.equals(popup.getOwnerWindow()))
                || (window instanceof Stage question && stage.equals(question.getOwner())))
        .toList();
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

  static void onFx(Runnable task) throws InterruptedException {
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
