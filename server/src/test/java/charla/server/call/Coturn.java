package charla.server.call;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The real coturn, started as it is shipped, on a free port. */
public final class Coturn implements AutoCloseable {
  public static final String SECRET = "5f0a1c7be9d34d28a6b1";

  private final Process process;
  private final InetSocketAddress at;

  private Coturn(Process process, InetSocketAddress at) {
    this.process = process;
    this.at = at;
  }

  /**
   * On the loopback device.
   *
   * @param shipped {@code coturn.sh} of this module
   * @param options that are added to it
   */
  public static Coturn start(Path folder, Path shipped, String... options) throws IOException {
    return startAt("127.0.0.1", folder, shipped, options);
  }

  /** The same, at this address of this machine, from which it relays too. */
  public static Coturn startAt(String address, Path folder, Path shipped, String... options)
      throws IOException {
    InetSocketAddress at = new InetSocketAddress(address, freePort(address));
    Path secret = Files.writeString(folder.resolve("secret"), SECRET);
    List<String> command =
        new ArrayList<>(
            List.of(
                shipped.toString(),
                "--listening-ip=" + address,
                "--listening-port=" + at.getPort(),
                "--relay-ip=" + address,
                "--userdb=" + folder.resolve("turndb"),
                "--pidfile=" + folder.resolve("pid")));
    command.addAll(List.of(options));
    Coturn coturn = new Coturn(process(command, folder, secret), at);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(coturn::answers);
    return coturn;
  }

  /** What it says goes to {@code out} in the folder. */
  static Process process(List<String> command, Path folder, Path secret) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "CHARLA_NAME", "charla.example",
                "TURN_SECRET_FILE", secret.toString(),
                "TMPDIR", folder.toString()));
    return builder.start();
  }

  InetSocketAddress at() {
    return at;
  }

  public int port() {
    return at.getPort();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private boolean answers() {
    try (TurnClient client = new TurnClient(at, null)) {
      return client.allocate() == 401;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort(String address) throws IOException {
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getByName(address))) {
      return free.getLocalPort();
    }
  }
}
