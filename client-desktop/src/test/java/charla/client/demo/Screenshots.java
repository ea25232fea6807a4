package charla.client.demo;

import charla.client.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws every screen of the app with a made-up life into a folder, in light and in dark: {@code
 * Screenshots <folder> [<beginning of a name>…]}.
 */
public final class Screenshots {
  private static final Logger LOG = LoggerFactory.getLogger(Screenshots.class);

  private Screenshots() {}

  public static void main(String[] arguments) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
      LOG.error("a picture could not be taken", e);
      System.exit(1);
    });
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    CompletableFuture<Theme> theme = new CompletableFuture<>();
    Platform.setImplicitExit(false);
    Platform.startup(() -> theme.complete(new Theme()));
    List<String> wanted = List.of(arguments).subList(1, arguments.length);
    Camera camera = new Camera(folder, theme.get(), wanted);
    try (TemporaryFolder life = TemporaryFolder.create()) {
      new WelcomeScreens(camera, life.path()).takeAll();
      new MainScreens(camera, life.path()).takeAll();
      new CallScreens(camera, life.path()).takeAll();
      new CallPages(camera, life.path()).takeAll();
    }
    System.exit(0);
  }
}
