package charla.client.session;

import charla.client.trust.PrivateFiles;
import charla.client.trust.ServerAddress;
import charla.protocol.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The folder in which the app keeps all that is one system user's. Only its owner reads it. */
public final class Profile {
  private final Path folder;

  private Profile(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder when there is none. Two apps at once need two folders. */
  public static Profile in(Path folder) throws IOException {
    return new Profile(PrivateFiles.createFolder(folder));
  }

  /** Where the operating system wants it. */
  public static Path standardFolder() {
    return standardFolder(System.getProperties(), System.getenv());
  }

  static Path standardFolder(Properties system, Map<String, String> environment) {
    String name = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path home = Path.of(system.getProperty("user.home", "."));
    if (name.contains("win")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return (local.isEmpty() ? home.resolve("AppData/Local") : Path.of(local)).resolve("Charla");
    }
    if (name.contains("mac")) {
      return home.resolve("Library/Application Support/Charla");
    }
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    boolean usable = !xdg.isEmpty() && Path.of(xdg).isAbsolute();
    return (usable ? Path.of(xdg) : home.resolve(".local/share")).resolve("charla");
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
