package charla.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option that is no flag comes from: the environment, then the file of {@code --config}.
 */
final class OptionSources implements IDefaultValueProvider {
  private static final String CONFIG = "--config";

  private final Map<String, String> environment;
  private final Properties file;

  private OptionSources(Map<String, String> environment, Properties file) {
    this.environment = environment;
    this.file = file;
  }

  /**
   * Lets the command line find options there too.
   *
   * @throws CommandLine.ParameterException when the file cannot be read or names an unknown option
   */
  static CommandLine prepare(
      CommandLine commandLine, Map<String, String> environment, String... arguments) {
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    // "invite" is a command and one of the values of --registration.
    commandLine.setAllowSubcommandsAsOptionParameters(true);
    Properties file = new Properties();
    Optional<String> name = configFile(environment, arguments);
    if (name.isPresent()) {
      try (Reader in = Files.newBufferedReader(Path.of(name.get()))) {
        file.load(in);
      } catch (IOException | IllegalArgumentException e) {
        throw new CommandLine.ParameterException(
            commandLine, "--config: " + name.get() + " cannot be read");
      }
      refuseUnknown(commandLine, file);
    }
    return commandLine.setDefaultValueProvider(new OptionSources(environment, file));
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String fromEnvironment = environment.get(variable(option.longestName()));
    return fromEnvironment != null
        ? fromEnvironment
        : file.getProperty(option.longestName().substring(2));
  }

  /** {@code --data-dir} is {@code CHARLA_DATA_DIR}. */
  static String variable(String option) {
    return "CHARLA_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Optional<String> configFile(Map<String, String> environment, String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(CONFIG + "=")) {
        return Optional.of(arguments[i].substring(CONFIG.length() + 1));
      }
      if (arguments[i].equals(CONFIG) && i + 1 < arguments.length) {
        return Optional.of(arguments[i + 1]);
      }
    }
    return Optional.ofNullable(environment.get(variable(CONFIG)));
  }

  private static void refuseUnknown(CommandLine commandLine, Properties file) {
    Set<String> known =
        commandLine.getCommandSpec().options().stream()
            .map(option -> option.longestName().substring(2))
            .collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>(file.stringPropertyNames());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new CommandLine.ParameterException(
          commandLine, "--config: unknown option " + String.join(", ", unknown));
    }
  }
}
