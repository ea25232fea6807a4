package charla.server;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.InviteLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, as people start it, on a free port of this machine. */
final class ServerProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final Process process;
  private final Path errors;

  ServerProcess(Path folder) throws IOException {
    errors = Files.createTempFile(folder, "errors", ".txt");
    process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "charla.server.Start",
                    "--data-dir=" + folder,
                    "--listen=127.0.0.1",
                    "--plain-http",
                    "--port=0"))
            .redirectError(errors.toFile())
            .start();
  }

  /** Waits until it says where it is. */
  URI uri() {
    InviteLink link =
        process
            .inputReader()
            .lines()
            .flatMap(line -> line.strip().replaceFirst("Invite +", "").lines())
            .flatMap(word -> InviteLink.parse(word).stream())
            .findFirst()
            .orElseThrow(() -> new AssertionError(errors()));
    return URI.create("http://127.0.0.1:" + link.port());
  }

  /** SIGTERM, as a system that shuts down sends it. */
  void terminate() {
    assertThat(process.toHandle().destroy()).isTrue();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  /** All that it said on stderr so far. */
  String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
