package charla.client;

import charla.client.session.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the app can be told at its start. */
@Command(
    name = "charla",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Private chat and voice calls that people host themselves: the desktop app.")
final class ClientOptions implements Runnable {
  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description =
          "Keep settings, messages and trust here (default: the system's place for them).")
  private @Nullable Path dataFolder;

  @Option(names = "--rehearse", hidden = true)
  private boolean rehearses;

  @Parameters(
      arity = "0..1",
      paramLabel = "SERVER",
      description = "A server, as host[:port], or an invite link (charla://…): fills in the form.")
  private @Nullable String server;

  /** Options alone do nothing; {@link Launcher} starts the app with them. */
  @Override
  public void run() {}

  /** Makes the folder when there is none. */
  Profile profile() throws IOException {
    return dataFolder == null ? Profile.standard() : Profile.in(dataFolder);
  }

  /** Where the log is, also when the profile cannot be opened. */
  Path logs() {
    return dataFolder == null ? Profile.standardLogs() : Profile.logsIn(dataFolder);
  }

  boolean rehearses() {
    return rehearses;
  }

  Optional<String> server() {
    return Optional.ofNullable(server);
  }
}
