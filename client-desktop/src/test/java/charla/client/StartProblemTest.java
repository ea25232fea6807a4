package charla.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartProblemTest {
  @TempDir private Path folder;

  @Test
  void aFolderThatCannotBeUsedIsNamed() {
    var problem =
        new StartProblem(
            new UncheckedIOException(new AccessDeniedException("/home/ana/charla")),
            folder.resolve("none.log"));

    assertThat(problem.words()).contains("/home/ana/charla").doesNotContain("none.log");
  }

  @Test
  void theLogIsNamedWhereThereIsOne() throws Exception {
    Path log = Files.createFile(folder.resolve("charla.log"));

    assertThat(new StartProblem(new IllegalStateException("no screen"), log).words())
        .contains("no screen")
        .contains(log.toString());
  }
}
