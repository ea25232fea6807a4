package charla.client.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link Desk} in a process of its own. */
final class DeskProcess implements AutoCloseable {
  /** What a desk says begins with this. */
  static final String MARK = "@";

  private static final Logger LOG = LoggerFactory.getLogger(DeskProcess.class);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Something that happened at a desk, by the clock of {@link System#nanoTime}. */
  private record Event(long nanos, String what) {
    static Event of(String line) {
      String[] parts = line.substring(MARK.length()).split(" ", 2);
      return new Event(Long.parseLong(parts[0]), parts[1]);
    }

    long millis() {
      return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    boolean answers() {
      return what.equals("done") || what.startsWith("failed ");
    }
  }

  private final String name;
  private final Process process;
  private final PrintWriter in;
  private final List<Event> said = new CopyOnWriteArrayList<>();

  private DeskProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.in = new PrintWriter(process.outputWriter(), true);
    Thread.ofPlatform().daemon().start(this::listen);
  }

  /**
   * @param place goes before the command that starts it: nothing, or where else it is to run
   * @param preferences that this person has chosen before, as the app keeps them
   */
  static DeskProcess open(
      List<String> place,
      Path folder,
      String name,
      VirtualSound sound,
      String invite,
      Map<String, String> preferences)
      throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve("preferences.properties"),
        preferences.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    List<String> command = new ArrayList<>(place);
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true",
            "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Desk.class.getName(),
            folder.toString(),
            invite));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(sound.environment());
    return new DeskProcess(name, builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Has this done, and waits until it is. */
  void does(String order) {
    said.removeIf(Event::answers);
    in.println(order);
    await(name + ": " + order).atMost(PATIENCE).until(() -> said.stream().anyMatch(Event::answers));
    assertThat(said.stream().filter(Event::answers).map(Event::what))
        .as("%s: %s", name, order)
        .containsExactly("done");
  }

  /** Waits for it; in milliseconds by the clock of {@link System#nanoTime}. */
  long when(String beginning) {
    await(name + ": " + beginning)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> first(beginning).isPresent());
    return first(beginning).orElseThrow().millis();
  }

  /** All that was said and begins so, since it was told to {@link #forget}. */
  List<String> said(String beginning) {
    return said.stream().map(Event::what).filter(what -> what.startsWith(beginning)).toList();
  }

  void forget() {
    said.clear();
  }

  /** Ends it as somebody who closes the app, and tells how it ended. */
  int end() throws InterruptedException {
    in.close();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("%s ends", name).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private Optional<Event> first(String beginning) {
    return said.stream().filter(event -> event.what.startsWith(beginning)).findFirst();
  }

  private void listen() {
    try (var lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(MARK)) {
          said.add(Event.of(line));
        } else {
          LOG.warn("{}: {}", name, line);
        }
      }
    } catch (IOException e) {
      LOG.debug("{} was ended, and says no more", name, e);
    }
  }
}
