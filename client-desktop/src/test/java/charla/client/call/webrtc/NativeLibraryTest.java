package charla.client.call.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
  @TempDir private Path folder;

  @Test
  void copiesOfEarlierStartsAreDeletedAndNothingElse() throws Exception {
    Path copy = Files.createFile(folder.resolve("webrtc-java-windows-x86_64123.dll"));
    Path other = Files.createFile(folder.resolve("other.dll"));
    // Like one that another start has loaded, this cannot be deleted.
    Path loaded = Files.createDirectory(folder.resolve("webrtc-java-windows-x86_64456.dll"));
    Files.createFile(loaded.resolve("x"));

    NativeLibrary.deleteCopies(folder);

    assertThat(copy).doesNotExist();
    assertThat(other).exists();
    assertThat(loaded).exists();
  }
}
