package charla.client.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
  private static final int LINE = 100_000;
  private static final long CAP = 4 * 2 * 1024 * 1024 + 4 * (LINE + 1000L);

  private final LoggerContext context = new LoggerContext();

  @TempDir private Path folder;

  @BeforeEach
  void stateWhatSlf4jWould() {
    context.setMDCAdapter(new LogbackMDCAdapter());
  }

  @AfterEach
  void letGoOfTheFiles() {
    context.stop();
  }

  @Test
  void whatIsSaidStandsInTheFileOnOneLine() throws Exception {
    Logs.write(context, folder);

    context.getLogger("charla.client").info("Hello\nthere");
    context.getLogger("com.example").info("not ours");

    assertThat(Files.readAllLines(Logs.file(folder)))
        .singleElement()
        .asString()
        .endsWith("Hello?there");
  }

  @Test
  void oldLinesGoBeforeTheDiskIsFull() throws Exception {
    Logs.write(context, folder);
    String line = "x".repeat(LINE);

    for (int i = 0; i < 200; i++) {
      context.getLogger("charla.client").info(line);
    }

    assertThat(sizes().stream().mapToLong(Long::longValue).sum()).isBetween(CAP / 2, CAP);
  }

  private List<Long> sizes() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.toFile().length()).toList();
    }
  }
}
