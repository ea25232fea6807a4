package charla.client;

import javafx.application.Application;
import picocli.CommandLine;

/**
 * Where the app starts. Not an {@link Application}: with JavaFX on the class path the main class
 * must not be one.
 */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    CommandLine commandLine = new CommandLine(new ClientOptions());
    commandLine.setExecutionStrategy(parsed -> {
      Integer done = CommandLine.executeHelpRequest(parsed);
      if (done != null) {
        return done;
      }
      Application.launch(DesktopApp.class, arguments);
      return 0;
    });
    System.exit(commandLine.execute(arguments));
  }
}
