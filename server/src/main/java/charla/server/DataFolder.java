package charla.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything of one server: nobody else can read it, and one process at a
 * time serves from it. The system lets go of the lock when the process dies, however it dies.
 */
final class DataFolder implements AutoCloseable {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Makes the folder when it is not there, closes it to others, and takes it.
   *
   * @throws CannotStart with a sentence for people
   */
  static DataFolder take(Path path) {
    prepare(path);
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new CannotStart(
            "Another Charla server is running on " + path + ". Stop it first, or use --data-dir.");
      }
      return new DataFolder(path, channel, lock);
    } catch (IOException e) {
      throw new CannotStart("The data folder " + path + " cannot be written to: " + e.getMessage());
    }
  }

  /** The same without taking it, for commands that work beside a running server. */
  static Path prepare(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
      }
      closeToOthers(path);
      return path;
    } catch (IOException e) {
      throw new CannotStart(
          "The data folder "
              + path
              + " cannot be made, or cannot be closed to others: it must belong to the one who"
              + " starts the server ("
              + e
              + ").");
    }
  }

  /** What it lies on is asked only when it has to be: where mounts are hidden that fails. */
  private static void closeToOthers(Path path) throws IOException {
    PosixFileAttributeView permissions =
        Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (permissions == null) {
      return;
    }
    try {
      permissions.setPermissions(OWNER_ONLY);
    } catch (IOException e) {
      if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
        throw e;
      }
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      throw new IllegalStateException("the lock of " + path, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This very process holds it.
      return null;
    }
  }

  /** Where such data lives: XDG on Linux, Application Support on macOS, AppData on Windows. */
  static Path systemDefault(Map<String, String> environment, String osName) {
    Path home = Path.of(System.getProperty("user.home"));
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      String local = environment.get("LOCALAPPDATA");
      return (local == null ? home : Path.of(local)).resolve("Charla Server");
    }
    if (os.contains("mac")) {
      return home.resolve("Library/Application Support/Charla Server");
    }
    String data = environment.get("XDG_DATA_HOME");
    return (data == null || data.isEmpty() ? home.resolve(".local/share") : Path.of(data))
        .resolve("charla-server");
  }
}
