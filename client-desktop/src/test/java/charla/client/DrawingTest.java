package charla.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingTest {
  private static final String ORDER = "prism.order";

  private final @Nullable String before = System.getProperty(ORDER);
  @TempDir Path devices;

  @BeforeEach
  void nothingWasChosen() {
    System.clearProperty(ORDER);
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(ORDER);
    } else {
      System.setProperty(ORDER, before);
    }
  }

  @Test
  void withoutAGraphicsCardNoneIsLookedFor() {
    Drawing.choose(devices);

    assertThat(System.getProperty(ORDER)).isEqualTo("sw");
  }

  @Test
  void aGraphicsCardIsUsed() throws Exception {
    Files.createDirectory(devices.resolve("dri"));

    Drawing.choose(devices);

    assertThat(System.getProperty(ORDER)).isNull();
  }

  @Test
  void whatAPersonHasChosenHolds() {
    System.setProperty(ORDER, "es2");

    Drawing.choose(devices);

    assertThat(System.getProperty(ORDER)).isEqualTo("es2");
  }
}
