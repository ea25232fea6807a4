package charla.client;

import charla.client.session.Profile;
import java.net.URI;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** JavaFX's way in: one window, one profile folder. */
public final class DesktopApp extends Application {
  private @Nullable DesktopClient client;

  @Override
  public void start(Stage stage) throws Exception {
    ClientOptions options = new ClientOptions();
    new CommandLine(options).parseArgs(getParameters().getRaw().toArray(String[]::new));
    Profile profile = Profile.in(options.dataFolder().orElseGet(Profile::standardFolder));
    client = new DesktopClient(profile, stage, this::openLink);
    client.start(options.server());
  }

  @Override
  public void stop() {
    if (client != null) {
      client.close();
    }
  }

  private void openLink(URI link) {
    getHostServices().showDocument(link.toString());
  }
}
