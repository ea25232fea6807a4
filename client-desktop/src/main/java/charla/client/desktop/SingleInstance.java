package charla.client.desktop;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One app on one folder. A second start hands what it was asked to open to the first, through a
 * Unix-domain socket in the folder, which only its owner can enter. The system lets go of the lock
 * when the process dies, however it dies.
 */
public final class SingleInstance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);

  /** Longer than any link; what is beyond is not read. */
  private static final int MOST_BYTES = 4096;

  private static final long RUNNING = 0;

  /**
   * Held from before the lock until the door is open, so that a second start finds both or none.
   */
  private static final long OPENING = 1;

  private final FileChannel file;
  private final ServerSocketChannel door;

  private SingleInstance(FileChannel file, ServerSocketChannel door) {
    this.file = file;
    this.door = door;
  }

  /**
   * Takes the folder; or, where another app has it, hands that one the words and is empty.
   *
   * @param words what to open, may be empty
   * @throws IOException also when the other app does not answer
   */
  public static Optional<SingleInstance> claim(Path folder, String words) throws IOException {
    Path socket = folder.resolve("instance.socket");
    FileChannel file =
        FileChannel.open(
            folder.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try (FileLock _ = file.lock(OPENING, 1, false)) {
      if (running(file) != null) {
        return Optional.of(new SingleInstance(file, open(socket)));
      }
    }
    file.close();
    tell(socket, words);
    return Optional.empty();
  }

  /**
   * From now on hears second starts, also those since {@link #claim}.
   *
   * @param called gets their words, on a thread of its own
   */
  public void listen(Consumer<String> called) {
    Thread.ofVirtual().name("second starts").start(() -> hear(called));
  }

  @Override
  public void close() throws IOException {
    door.close();
    file.close();
  }

  private static @Nullable FileLock running(FileChannel file) throws IOException {
    try {
      return file.tryLock(RUNNING, 1, false);
    } catch (OverlappingFileLockException e) {
      // This very process holds it.
      return null;
    }
  }

  private static ServerSocketChannel open(Path socket) throws IOException {
    // One that a killed app left behind.
    Files.deleteIfExists(socket);
    ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      return door.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      LOG.warn("Second starts will not be heard: {}", e.getMessage());
      return door;
    }
  }

  private static void tell(Path socket, String words) throws IOException {
    try (SocketChannel line = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      ByteBuffer rest = StandardCharsets.UTF_8.encode(words);
      while (rest.hasRemaining()) {
        line.write(rest);
      }
    }
  }

  private void hear(Consumer<String> called) {
    while (door.isOpen()) {
      try (SocketChannel line = door.accept()) {
        called.accept(read(line));
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        LOG.warn("A second start was not heard", e);
        return;
      }
    }
  }

  private static String read(SocketChannel line) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
    while (bytes.hasRemaining() && line.read(bytes) >= 0) {
      // The other side closes when all is said.
    }
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
  }
}
