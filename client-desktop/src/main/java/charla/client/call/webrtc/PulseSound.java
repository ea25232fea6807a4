package charla.client.call.webrtc;

import static java.nio.charset.StandardCharsets.UTF_8;

import charla.client.call.AudioDevices.Device;
import charla.client.call.AudioDevices.Running;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** PulseAudio, or PipeWire in its place. */
final class PulseSound implements SoundSystem {
  private static final Logger LOG = LoggerFactory.getLogger(PulseSound.class);
  private static final String OWN_PROCESS = Long.toString(ProcessHandle.current().pid());
  private static final List<String> FORMAT =
      List.of("--raw", "--format=s16le", "--rate=" + RATE, "--channels=1", "--latency-msec=40");

  @Override
  public boolean isThere() {
    return Pactl.ask("info").isPresent();
  }

  @Override
  public Listed list() {
    Optional<JsonNode> standard = Pactl.ask("info");
    if (standard.isEmpty()) {
      return Listed.NOTHING;
    }
    return new Listed(
        devices("sources", standard.get().path("default_source_name").asString()),
        devices("sinks", standard.get().path("default_sink_name").asString()));
  }

  @Override
  public void route(Optional<Device> microphone, Optional<Device> speaker, double volume) {
    microphone.ifPresent(to -> move("source", "source-output", to));
    speaker.ifPresent(to -> move("sink", "sink-input", to));
    String percent = Math.round(volume * 100) + "%";
    own("sink-inputs")
        .forEach(stream -> Pactl.tell("set-sink-input-volume", index(stream), percent));
  }

  @Override
  public Running watch(Runnable changed) {
    try {
      Process events = Pactl.start(List.of("pactl", "subscribe"), ProcessBuilder.Redirect.PIPE);
      Thread.ofVirtual().name("pulse-events").start(() -> follow(events, changed));
      return events::destroy;
    } catch (IOException e) {
      LOG.debug("there is no PulseAudio to watch", e);
      return () -> {};
    }
  }

  @Override
  public Playback play(Optional<Device> speaker) throws IOException {
    Process player = Pactl.start(command("pacat", speaker), ProcessBuilder.Redirect.PIPE);
    OutputStream sound = player.getOutputStream();
    return new Playback() {
      @Override
      public void write(byte[] pcm) throws IOException {
        sound.write(pcm);
        sound.flush();
      }

      @Override
      public void drain() throws IOException {
        sound.close();
        try {
          if (player.waitFor() != 0) {
            throw new IOException("no speaker");
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }

      @Override
      public void close() {
        player.destroy();
      }
    };
  }

  @Override
  public Running record(Optional<Device> microphone, Consumer<byte[]> frames, Runnable ended)
      throws IOException {
    Process recorder = Pactl.start(command("parec", microphone), ProcessBuilder.Redirect.PIPE);
    Thread.ofVirtual()
        .name("microphone")
        .start(() -> {
          pass(recorder, frames);
          ended.run();
        });
    return recorder::destroy;
  }

  private static List<String> command(String program, Optional<Device> device) {
    List<String> command = new ArrayList<>(List.of(program, "--client-name=Charla"));
    command.addAll(FORMAT);
    device.ifPresent(chosen -> command.add("--device=" + chosen.id()));
    return command;
  }

  private static void pass(Process recorder, Consumer<byte[]> frames) {
    try (InputStream sound = recorder.getInputStream()) {
      byte[] frame = sound.readNBytes(FRAME_BYTES);
      while (frame.length == FRAME_BYTES) {
        frames.accept(frame);
        frame = sound.readNBytes(FRAME_BYTES);
      }
    } catch (IOException e) {
      LOG.debug("the microphone is closed", e);
    }
  }

  private static void follow(Process events, Runnable changed) {
    try (var lines = events.inputReader(UTF_8)) {
      lines.lines().filter(PulseSound::matters).forEach(line -> changed.run());
    } catch (java.io.UncheckedIOException | IOException e) {
      LOG.debug("PulseAudio is watched no more", e);
    }
  }

  /** Changes of streams are mostly the ones made here. */
  private static boolean matters(String event) {
    boolean stream = event.contains(" sink-input ") || event.contains(" source-output ");
    boolean device =
        event.contains(" sink ") || event.contains(" source ") || event.contains(" server");
    return stream ? event.contains("'new'") : device;
  }

  private static List<Device> devices(String kind, String standard) {
    return all(kind)
        .filter(device -> !device.at("/properties/device.class").asString("").equals("monitor"))
        .map(device ->
            new Device(
                device.path("name").asString(),
                device.path("description").asString(device.path("name").asString())))
        .sorted(Comparator.comparing(device -> !device.id().equals(standard)))
        .toList();
  }

  private static void move(String deviceKind, String streamKind, Device to) {
    Optional<String> target =
        all(deviceKind + "s")
            .filter(device -> device.path("name").asString().equals(to.id()))
            .map(PulseSound::index)
            .findFirst();
    target.ifPresent(index ->
        own(streamKind + "s")
            .filter(stream -> !stream.path(deviceKind).asString("").equals(index))
            .forEach(stream -> Pactl.tell("move-" + streamKind, index(stream), index)));
  }

  /** The streams of this process: those of a call. */
  private static Stream<JsonNode> own(String kind) {
    return all(kind)
        .filter(stream ->
            stream.at("/properties/application.process.id").asString("").equals(OWN_PROCESS));
  }

  private static String index(JsonNode thing) {
    return thing.path("index").asString();
  }

  private static Stream<JsonNode> all(String kind) {
    return Pactl.ask("list", kind).stream()
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false));
  }
}
