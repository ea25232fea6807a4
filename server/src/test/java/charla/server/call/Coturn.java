package charla.server.call;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The real coturn with the configuration that is shipped, on a free port of this machine. */
public final class Coturn implements AutoCloseable {
  public static final String SECRET = "5f0a1c7be9d34d28a6b1";

  private final Process process;
  private final int port;

  private Coturn(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * @param shipped {@code turnserver.conf} of this module
   * @param options that are added to it
   */
  public static Coturn start(Path folder, Path shipped, String... options) throws IOException {
    int port = freePort();
    Path configuration = folder.resolve("turnserver.conf");
    Files.writeString(
        configuration,
        Files.readString(shipped)
            .replace("CHANGE-ME", SECRET)
            .replace("listening-port=3478", "listening-port=" + port));
    List<String> command =
        new ArrayList<>(
            List.of(
                "turnserver",
                "-c",
                configuration.toString(),
                "--listening-ip=127.0.0.1",
                "--relay-ip=127.0.0.1",
                "--userdb=" + folder.resolve("turndb"),
                "--pidfile=" + folder.resolve("pid"),
                "--log-file=" + folder.resolve("log")));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    Coturn coturn = new Coturn(process, port);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(coturn::answers);
    return coturn;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private boolean answers() {
    try (TurnClient client = new TurnClient(port, null)) {
      return client.allocate() == 401;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
