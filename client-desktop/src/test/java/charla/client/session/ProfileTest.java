package charla.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProfileTest {
  @Test
  void linuxFollowsXdg() {
    assertThat(folder("Linux", Map.of())).isEqualTo(Path.of("/home/ana/.local/share/charla"));
    assertThat(folder("Linux", Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/charla"));
    assertThat(folder("Linux", Map.of("XDG_DATA_HOME", "not/absolute")))
        .isEqualTo(Path.of("/home/ana/.local/share/charla"));
  }

  @Test
  void windowsKeepsItOnThisMachine() {
    assertThat(folder("Windows 11", Map.of("LOCALAPPDATA", "/c/local")))
        .isEqualTo(Path.of("/c/local/Charla"));
  }

  @Test
  void macUsesTheLibrary() {
    assertThat(folder("Mac OS X", Map.of()))
        .isEqualTo(Path.of("/home/ana/Library/Application Support/Charla"));
  }

  @Test
  void logsLieWhereEachSystemKeepsThem() {
    assertThat(logs("Linux", Map.of())).isEqualTo(Path.of("/home/ana/.local/state/charla"));
    assertThat(logs("Linux", Map.of("XDG_STATE_HOME", "/state")))
        .isEqualTo(Path.of("/state/charla"));
    assertThat(logs("Mac OS X", Map.of())).isEqualTo(Path.of("/home/ana/Library/Logs/Charla"));
    assertThat(logs("Windows 11", Map.of("LOCALAPPDATA", "/c/local")))
        .isEqualTo(Path.of("/c/local/Charla/logs"));
  }

  private static Path folder(String system, Map<String, String> environment) {
    return Profile.standardFolder(properties(system), environment);
  }

  private static Path logs(String system, Map<String, String> environment) {
    return Profile.standardLogs(properties(system), environment);
  }

  private static Properties properties(String system) {
    Properties properties = new Properties();
    properties.setProperty("os.name", system);
    properties.setProperty("user.home", "/home/ana");
    return properties;
  }
}
