package charla.client;

import charla.client.call.webrtc.WebRtc;
import charla.client.desktop.LinkEvents;
import charla.client.desktop.Notifications;
import charla.client.desktop.SingleInstance;
import charla.client.desktop.WindowsLinks;
import charla.client.session.Profile;
import charla.client.ui.FxThread;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** JavaFX's way in: one window, one profile folder, one app on it. */
public final class DesktopApp extends Application {
  private final Executor fx = new FxThread();
  private final WebRtc webRtc = new WebRtc();
  private final Notifications notifications = Notifications.ofThisSystem();
  private @Nullable SingleInstance instance;
  private @Nullable DesktopClient client;
  private @Nullable Throwable failure;

  @Override
  public void start(Stage stage) throws Exception {
    ClientOptions options = new ClientOptions();
    new CommandLine(options).parseArgs(getParameters().getRaw().toArray(String[]::new));
    Profile profile = options.profile();
    Optional<SingleInstance> own =
        SingleInstance.claim(profile.folder(), options.server().orElse(""));
    if (own.isEmpty()) {
      Platform.exit();
      return;
    }
    instance = own.get();
    DesktopClient opened =
        new DesktopClient(profile, stage, this::openLink, webRtc::equipment, notifications);
    client = opened;
    endWithFailuresUntilShown(stage);
    opened.start(options.server());
    Consumer<String> startedAgain =
        words ->
            fx.execute(() -> opened.startedAgain(Optional.of(words).filter(w -> !w.isEmpty())));
    instance.listen(startedAgain);
    LinkEvents.listen(startedAgain);
    WindowsLinks.register();
    if (options.rehearses()) {
      new Rehearsal(stage, opened, profile).start();
    }
  }

  /**
   * @throws IllegalStateException when the start failed before there was a window, for the launcher
   *     to say so
   */
  @Override
  public void stop() throws IOException {
    if (client != null) {
      client.close();
    }
    webRtc.close();
    notifications.close();
    if (instance != null) {
      instance.close();
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }

  /** Later ones are only logged: somebody has a window, and may be writing in it. */
  private void endWithFailuresUntilShown(Stage stage) {
    Thread fxThread = Thread.currentThread();
    fxThread.setUncaughtExceptionHandler((thread, e) -> {
      failure = e;
      Platform.exit();
    });
    stage.setOnShown(shown -> fxThread.setUncaughtExceptionHandler(null));
  }

  private void openLink(URI link) {
    getHostServices().showDocument(link.toString());
  }
}
