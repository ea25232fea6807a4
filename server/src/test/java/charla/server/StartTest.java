package charla.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StartTest {
  private static final int JAVA_8_CLASS_FILE = 52;

  @Test
  void anOlderJavaIsRecognised() {
    assertThat(Start.isTooOld("1.8")).isTrue();
    assertThat(Start.isTooOld("17")).isTrue();
    assertThat(Start.isTooOld("25")).isFalse();
    assertThat(Start.isTooOld("26")).isFalse();
  }

  @Test
  void anOlderJavaCanLoadTheClassThatTellsIt() throws Exception {
    byte[] classFile = Files.readAllBytes(Path.of("target/classes/charla/server/Start.class"));

    assertThat(classFile[7]).isEqualTo((byte) JAVA_8_CLASS_FILE);
  }
}
