package charla.server;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.InviteLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, as people start it, on a free port of this machine. */
public final class ServerProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;
  private static final String HERE = "127.0.0.1";

  private final Process process;
  private final Path errors;

  private ServerProcess(String address, Path folder, int port, String... options)
      throws IOException {
    errors = Files.createTempFile(folder, "errors", ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "charla.server.Start",
                "--data-dir=" + folder,
                "--listen=" + address,
                "--port=" + port));
    command.addAll(List.of(options));
    process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
  }

  static ServerProcess plain(Path folder) throws IOException {
    return new ServerProcess(HERE, folder, 0, "--plain-http");
  }

  /** With an authority of its own, whose certificate lies in the folder as {@code ca.pem}. */
  public static ServerProcess overTls(Path folder) throws IOException {
    return overTls(folder, 0);
  }

  /** The same, on this port, where 0 takes a free one. */
  public static ServerProcess overTls(Path folder, int port, String... options) throws IOException {
    return new ServerProcess(HERE, folder, port, options);
  }

  /** The same, at another address of this machine, which its invite names. */
  public static ServerProcess overTlsAt(String address, Path folder, String... options)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--name=" + address);
    return new ServerProcess(address, folder, 0, all.toArray(String[]::new));
  }

  /** Waits until it says what it invites people with. */
  public InviteLink invite() {
    return process
        .inputReader()
        .lines()
        .flatMap(line -> line.strip().replaceFirst("Invite +", "").lines())
        .flatMap(word -> InviteLink.parse(word).stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError(errors()));
  }

  /** Waits until it says where it is. */
  public URI uri() {
    InviteLink link = invite();
    String scheme = link.ca().isPresent() ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + link.port());
  }

  /** SIGTERM, as a system that shuts down sends it. */
  public void terminate() {
    assertThat(process.toHandle().destroy()).isTrue();
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode();
  }

  /** Waits for its end. */
  public int exitCode() throws InterruptedException {
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
