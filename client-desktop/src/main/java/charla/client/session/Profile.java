package charla.client.session;

import charla.client.trust.PrivateFiles;
import charla.client.trust.ServerAddress;
import charla.client.ui.OperatingSystem;
import charla.protocol.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The folder in which the app keeps all that is one system user's. Only its owner reads it. */
public final class Profile {
  private final Path folder;
  private final Path logs;

  private Profile(Path folder, Path logs) {
    this.folder = folder;
    this.logs = logs;
  }

  /** Makes the folder when there is none. Two apps at once need two folders. */
  public static Profile in(Path folder) throws IOException {
    return new Profile(PrivateFiles.createFolder(folder), logsIn(folder));
  }

  /** Where the operating system wants it. */
  public static Profile standard() throws IOException {
    Path folder = standardFolder(System.getProperties(), System.getenv());
    return new Profile(PrivateFiles.createFolder(folder), standardLogs());
  }

  /** Where the operating system wants logs. */
  public static Path standardLogs() {
    return standardLogs(System.getProperties(), System.getenv());
  }

  /** Those of a folder of one's own stay in it. */
  public static Path logsIn(Path folder) {
    return folder.resolve("logs");
  }

  static Path standardFolder(Properties system, Map<String, String> environment) {
    Path home = home(system);
    return switch (on(system)) {
      case WINDOWS -> {
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        yield (local.isEmpty() ? home.resolve("AppData/Local") : Path.of(local)).resolve("Charla");
      }
      case MAC -> home.resolve("Library/Application Support/Charla");
      case LINUX -> xdg(environment, "XDG_DATA_HOME", home.resolve(".local/share"));
    };
  }

  static Path standardLogs(Properties system, Map<String, String> environment) {
    Path home = home(system);
    return switch (on(system)) {
      case WINDOWS -> standardFolder(system, environment).resolve("logs");
      case MAC -> home.resolve("Library/Logs/Charla");
      case LINUX -> xdg(environment, "XDG_STATE_HOME", home.resolve(".local/state"));
    };
  }

  private static OperatingSystem on(Properties system) {
    return OperatingSystem.named(system.getProperty("os.name", ""));
  }

  private static Path home(Properties system) {
    return Path.of(system.getProperty("user.home", "."));
  }

  private static Path xdg(Map<String, String> environment, String name, Path otherwise) {
    String named = environment.getOrDefault(name, "");
    boolean usable = !named.isEmpty() && Path.of(named).isAbsolute();
    return (usable ? Path.of(named) : otherwise).resolve("charla");
  }

  public Path logs() {
    return logs;
  }

  public Path folder() {
    return folder;
  }

  public Path preferences() {
    return folder.resolve("preferences.properties");
  }

  public Path trust() {
    return folder.resolve("trust.properties");
  }

  Path session() {
    return folder.resolve("session.json");
  }

  /** The token, where there is no keyring. */
  Path token() {
    return folder.resolve("token");
  }

  Path account(ServerAddress address, UserId user) {
    String server = (address.host() + "_" + address.port()).replace(':', '-');
    return folder.resolve("accounts").resolve(server).resolve(user.value());
  }
}
