package charla.client.call.webrtc;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A {@link CallEnd} in a process of its own. */
final class CallProcess implements AutoCloseable {
  private final Process process;
  private final PrintWriter in;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private volatile Consumer<String> signals = signal -> {};

  private CallProcess(Process process) {
    this.process = process;
    this.in = new PrintWriter(process.outputWriter(), true);
    Thread.ofPlatform().daemon().start(this::listen);
  }

  static CallProcess start(VirtualSound sound, String role, String name) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            CallEnd.class.getName(),
            role,
            name);
    builder.environment().putAll(sound.environment());
    CallProcess started =
        new CallProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    started.awaitSaid("prepared Ready");
    return started;
  }

  /** What it says to the other end goes there. */
  void speaksTo(CallProcess other) {
    signals = signal -> other.tell("hear " + signal);
  }

  void tell(String command) {
    in.println(command);
  }

  void awaitSaid(String beginning) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> said.stream().anyMatch(line -> line.startsWith(beginning)));
  }

  List<String> said(String beginning) {
    return said.stream().filter(line -> line.startsWith(beginning)).toList();
  }

  void forget() {
    said.clear();
  }

  /** Its end, and that it ended by itself. */
  int end() throws InterruptedException {
    in.close();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void listen() {
    try (var lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.startsWith("signal ")) {
          signals.accept(line.substring("signal ".length()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
