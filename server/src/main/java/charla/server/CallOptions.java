package charla.server;

import charla.server.call.IceServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that help calls between two networks to find a path; see docs/turn.md. */
final class CallOptions {
  private static final Pattern STUN = Pattern.compile("stuns?:[^\\s?]+");
  private static final Pattern TURN = Pattern.compile("turns?:[^\\s?]+(\\?transport=(udp|tcp))?");

  @Option(
      names = "--stun",
      paramLabel = "URL",
      split = ",",
      description = "stun:host:port, by which calls between two networks find a direct path")
  private List<String> stun = List.of();

  @Option(
      names = "--turn",
      paramLabel = "URL",
      split = ",",
      description = "turn:host:port, which relays calls that find no direct path")
  private List<String> turn = List.of();

  @Option(
      names = "--turn-secret-file",
      paramLabel = "FILE",
      description = "A file with the secret of the TURN server (coturn's static-auth-secret)")
  private @Nullable Path turnSecretFile;

  /**
   * @throws CommandLine.ParameterException with a sentence for people
   */
  void check(CommandLine commandLine) {
    requireAll(commandLine, "--stun", stun, STUN);
    requireAll(commandLine, "--turn", turn, TURN);
    if (turn.isEmpty() != (turnSecretFile == null)) {
      throw new CommandLine.ParameterException(
          commandLine, "--turn and --turn-secret-file go together: give both or none");
    }
    if (turnSecretFile != null && secret(turnSecretFile).length() < 16) {
      throw new CommandLine.ParameterException(
          commandLine, turnSecretFile + " cannot be read or holds less than 16 characters");
    }
  }

  IceServers.Settings settings() {
    return new IceServers.Settings(
        stun, turn, turnSecretFile == null ? null : secret(turnSecretFile));
  }

  private static void requireAll(
      CommandLine commandLine, String option, List<String> urls, Pattern form) {
    for (String url : urls) {
      if (!form.matcher(url).matches()) {
        throw new CommandLine.ParameterException(
            commandLine, option + ": " + url + " is no such address");
      }
    }
  }

  /** Blank when it cannot be read. */
  private static String secret(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
