package charla.client;

import charla.client.desktop.Logs;
import charla.client.session.Profile;
import java.io.IOException;
import javafx.application.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * Where the app starts. Not an {@link Application}: with JavaFX on the class path the main class
 * must not be one.
 */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    ClientOptions options = new ClientOptions();
    CommandLine commandLine = new CommandLine(options);
    commandLine.setExecutionStrategy(parsed -> {
      Integer done = CommandLine.executeHelpRequest(parsed);
      return done != null ? done : open(options, arguments);
    });
    System.exit(commandLine.execute(arguments));
  }

  /**
   * Returns when the app is closed. A start that fails is never silent; nobody watches a rehearsal.
   */
  private static int open(ClientOptions options, String... arguments) {
    if (options.rehearses()) {
      Rehearsal.withoutScreen();
    }
    try {
      Profile profile = options.profile();
      Logs.writeTo(profile.logs());
      Logger log = LoggerFactory.getLogger(Launcher.class);
      Thread.setDefaultUncaughtExceptionHandler(
          (thread, e) -> log.error("In thread {}", thread.getName(), e));
      log.info("{} starts on Java {}", Version.current(), Runtime.version());
      Drawing.choose();
      Application.launch(DesktopApp.class, arguments);
      return CommandLine.ExitCode.OK;
    } catch (IOException | RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(Launcher.class).error("Charla cannot start", e);
      if (!options.rehearses()) {
        new StartProblem(e, Logs.file(options.logs())).show();
      }
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
