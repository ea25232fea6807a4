package charla.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import charla.server.store.CannotOpenStore;
import charla.server.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The file on the disk: who may read it, and what is opened. */
class SqliteFileTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("charla 100% ?#.db");
  }

  private Store open() {
    return SqliteStore.open(file(), Clock.systemUTC());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
  void onlyTheOwnerReadsTheFileAndItsLog_T1() throws IOException {
    Files.createFile(
        file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));

    try (Store store = open()) {
      assertThat(store.isReady()).isTrue();
      assertThat(files()).hasSize(3).allSatisfy(SqliteFileTest::assertOwnerOnly);
    }
  }

  @Test
  void aClosedStoreIsOneFile() throws IOException {
    open().close();

    assertThat(files()).containsExactly(file());
  }

  @Test
  void aStoreThatANewerProgramWroteIsRefusedAndLeftAsItIs() throws Exception {
    open().close();
    try (Sql sql = new SqliteFile(file()).openToWrite()) {
      sql.script("PRAGMA user_version = 999");
    }
    byte[] before = Files.readAllBytes(file());

    assertThatThrownBy(this::open)
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining("newer Charla");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void anotherProgramsDatabaseIsRefused() throws Exception {
    SqliteFile other = new SqliteFile(file());
    other.prepare();
    try (Sql sql = other.openToWrite()) {
      sql.script("CREATE TABLE recipes (name TEXT)");
    }

    assertThatThrownBy(this::open)
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining("another program");
  }

  @Test
  void whatIsNoDatabaseIsRefused() throws IOException {
    Files.writeString(file(), "Dear diary, ".repeat(1_000));

    assertThatThrownBy(this::open)
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void aFolderThatCannotBeIsRefused() throws IOException {
    Path noFolder = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> SqliteStore.open(noFolder.resolve("charla.db"), Clock.systemUTC()))
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining("cannot be opened");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void assertOwnerOnly(Path file) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
