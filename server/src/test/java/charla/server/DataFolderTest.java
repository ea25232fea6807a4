package charla.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void itIsTheOwnersAloneEvenWhenItWasOpenBefore() throws Exception {
    Path open = Files.createDirectory(folder.resolve("data"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

    DataFolder.take(open).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
        .isEqualTo("rwx------");
  }

  @Test
  void d18ASecondServerOnItIsRefusedInASentence() {
    try (DataFolder first = DataFolder.take(folder.resolve("data"))) {
      assertThatThrownBy(() -> DataFolder.take(first.path()))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Another Charla server is running");
    }
  }

  @Test
  void d18ALockThatNobodyHoldsBlocksNobody() {
    Path data = folder.resolve("data");
    DataFolder.take(data).close();

    DataFolder again = DataFolder.take(data);

    assertThat(again.path()).isEqualTo(data);
    again.close();
  }

  @Test
  void eachSystemHasItsPlace() {
    assertThat(DataFolder.systemDefault(Map.of("XDG_DATA_HOME", "/x"), "Linux"))
        .isEqualTo(Path.of("/x/charla-server"));
    assertThat(DataFolder.systemDefault(Map.of("LOCALAPPDATA", "/l"), "Windows 11"))
        .isEqualTo(Path.of("/l/Charla Server"));
  }
}
