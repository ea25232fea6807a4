package charla.client;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.session.MadeUpSession;
import charla.client.session.Profile;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The app as a process of its own, where a library is missing. */
class LauncherTest {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tyrus", "ikonli"})
  void aStartThatFailsLateSaysSoAndEnds(String missing) throws Exception {
    new MadeUpSession().keepIn(Profile.in(folder));
    Path words = folder.resolve("words");
    Process app =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Duser.language=en",
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(jar -> !jar.contains(missing))
                    .collect(Collectors.joining(File.pathSeparator)),
                "charla.client.Launcher",
                "--data-dir=" + folder)
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    try {
      assertThat(app.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      app.destroyForcibly();
    }

    assertThat(app.exitValue()).isEqualTo(1);
    assertThat(words).content().contains("Charla cannot start").contains("NoClassDefFoundError");
  }
}
