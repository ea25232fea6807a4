package charla.client.voice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PulseAudio daemon of a test's own, with a mouth, a microphone that hears it, and a speaker for
 * each name. What nobody chose a speaker for, as tones, is played where nobody listens. Programs
 * reach it by {@link #environment}.
 */
final class VirtualSound implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VirtualSound.class);
  private static final String SCRIPT = "charla.pa";

  private final Path folder;
  private Process daemon;

  private VirtualSound(Path folder, Process daemon) {
    this.folder = folder;
    this.daemon = daemon;
  }

  static VirtualSound of(String... names) throws IOException {
    // Not the test's folder: the path of a socket may have 107 bytes only.
    Path folder = Files.createTempDirectory("charla-pulse");
    List<String> script =
        new ArrayList<>(
            List.of(
                "load-module module-native-protocol-unix auth-anonymous=1 socket="
                    + folder
                    + "/native"));
    // As every desktop has it: what was moved to a device begins there the next time.
    script.add("load-module module-stream-restore");
    script.add(sink("bells"));
    script.add("set-default-sink bells");
    for (String name : names) {
      script.add(sink("mouth_" + name));
      script.add(sink("speaker_" + name));
      script.add(
          "load-module module-remap-source master=mouth_%1$s.monitor source_name=mic_%1$s source_properties=device.description=mic_%1$s"
              .formatted(name));
    }
    Files.write(folder.resolve(SCRIPT), script);
    VirtualSound sound = new VirtualSound(folder, daemon(folder));
    sound.awaitStart();
    return sound;
  }

  /** Dies, and another one takes its place. */
  void diesAndReturns() throws IOException, InterruptedException {
    daemon.destroyForcibly().waitFor();
    Files.delete(folder.resolve("native"));
    daemon = daemon(folder);
    awaitStart();
  }

  private static Process daemon(Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "pulseaudio",
            "-n",
            "-F",
            folder.resolve(SCRIPT).toString(),
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            "--log-target=stderr",
            "--log-level=info");
    builder.environment().putAll(environment(folder));
    builder.redirectErrorStream(true);
    return builder.start();
  }

  Map<String, String> environment() {
    return environment(folder);
  }

  /** Runs a program that plays or records here. */
  Process start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  Tape record(String source) throws IOException {
    return Tape.of(
        start(
            "parec",
            "--device=" + source,
            "--raw",
            "--format=s16le",
            "--rate=48000",
            "--channels=1",
            "--latency-msec=10"));
  }

  /** Says something aloud and returns when it is said. */
  void say(String words, String mouth) throws IOException, InterruptedException {
    Path clip = folder.resolve("clip.wav");
    run(new ProcessBuilder("espeak-ng", "-w", clip.toString(), words));
    Process player = start("paplay", "--device=" + mouth, "--latency-msec=20", clip.toString());
    if (player.waitFor() != 0) {
      throw new IOException("paplay failed");
    }
  }

  /** Hums one note until the program is ended. */
  Process hum(String mouth) throws IOException {
    Path note = folder.resolve("note.raw");
    if (!Files.exists(note)) {
      Files.write(note, note());
    }
    return start(
        "pacat",
        "--playback",
        "--raw",
        "--format=s16le",
        "--rate=48000",
        "--channels=1",
        "--latency-msec=20",
        "--device=" + mouth,
        note.toString());
  }

  @Override
  public void close() {
    daemon.destroy();
    try {
      if (!daemon.waitFor(5, TimeUnit.SECONDS)) {
        daemon.destroyForcibly().waitFor();
      }
      deleteAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deleteAll() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** 440 Hz for two minutes. */
  private static byte[] note() {
    ByteBuffer pcm = ByteBuffer.allocate(120 * 2 * 48_000).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; pcm.hasRemaining(); i++) {
      pcm.putShort((short) (8_000 * Math.sin(2 * Math.PI * 440 * i / 48_000)));
    }
    return pcm.array();
  }

  private void awaitStart() throws IOException {
    BufferedReader log = daemon.inputReader();
    String line = log.readLine();
    while (line != null && !line.contains("Daemon startup complete")) {
      line = log.readLine();
    }
    if (line == null) {
      throw new IOException("pulseaudio did not start");
    }
    Thread.ofVirtual().start(() -> drain(log));
  }

  private static void drain(BufferedReader log) {
    try {
      while (log.readLine() != null) {}
    } catch (IOException e) {
      LOG.debug("the daemon was ended", e);
    }
  }

  private static void run(ProcessBuilder program) throws IOException, InterruptedException {
    if (program.inheritIO().start().waitFor() != 0) {
      throw new IOException(program.command() + " failed");
    }
  }

  private static Map<String, String> environment(Path folder) {
    return Map.of(
        "PULSE_SERVER", "unix:" + folder + "/native",
        "XDG_RUNTIME_DIR", folder.toString(),
        "HOME", folder.toString());
  }

  private static String sink(String name) {
    return "load-module module-null-sink rate=48000 sink_name="
        + name
        + " sink_properties=device.description="
        + name;
  }
}
