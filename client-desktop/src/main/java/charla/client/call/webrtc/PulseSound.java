package charla.client.call.webrtc;

import charla.client.call.AudioDevices.Device;
import charla.client.call.AudioDevices.Running;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** PulseAudio, or PipeWire in its place. */
final class PulseSound implements SoundSystem {
  private static final Logger LOG = LoggerFactory.getLogger(PulseSound.class);
  private static final String OWN_PROCESS = Long.toString(ProcessHandle.current().pid());
  private static final List<String> FORMAT =
      List.of("--raw", "--format=s16le", "--rate=" + RATE, "--channels=1", "--latency-msec=40");

  private final AtomicInteger losses = new AtomicInteger();

  @Override
  public int losses() {
    return losses.get();
  }

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
    JsonNode there = there();
    return new Listed(
        devices(there.path("sources"), standard.get().path("default_source_name").asString("")),
        devices(there.path("sinks"), standard.get().path("default_sink_name").asString("")));
  }

  /** Asks once and orders what differs only: each takes a process, while somebody waits to hear. */
  @Override
  public void route(Optional<Device> microphone, Optional<Device> speaker, double volume) {
    JsonNode there = there();
    List<JsonNode> recording = own(there.path("source_outputs"));
    List<JsonNode> playing = own(there.path("sink_inputs"));
    microphone
        .flatMap(to -> index(there.path("sources"), to))
        .ifPresent(to -> move(recording, "source", "move-source-output", to));
    speaker
        .flatMap(to -> index(there.path("sinks"), to))
        .ifPresent(to -> move(playing, "sink", "move-sink-input", to));
    String percent = Math.round(volume * 100) + "%";
    playing.stream()
        .filter(stream -> !isAsLoud(stream, percent))
        .forEach(stream -> Pactl.tell("set-sink-input-volume", index(stream), percent));
  }

  @Override
  public Running watch(Runnable changed) {
    PulseEvents events = new PulseEvents(this::isThere, changed, losses::incrementAndGet);
    Thread.ofVirtual().name("pulse-events").start(events);
    return events;
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

  private static List<Device> devices(JsonNode all, String standard) {
    return stream(all)
        .filter(device -> !device.at("/properties/device.class").asString("").equals("monitor"))
        .map(device ->
            new Device(
                device.path("name").asString(),
                device.path("description").asString(device.path("name").asString())))
        .sorted(Comparator.comparing(device -> !device.id().equals(standard)))
        .toList();
  }

  private static void move(List<JsonNode> streams, String kind, String order, String to) {
    streams.stream()
        .filter(stream -> !stream.path(kind).asString("").equals(to))
        .forEach(stream -> Pactl.tell(order, index(stream), to));
  }

  private static boolean isAsLoud(JsonNode stream, String percent) {
    return stream(stream.path("volume"))
        .allMatch(channel -> channel.path("value_percent").asString("").equals(percent));
  }

  /** The streams of this process: those of a call. */
  private static List<JsonNode> own(JsonNode streams) {
    return stream(streams)
        .filter(stream ->
            stream.at("/properties/application.process.id").asString("").equals(OWN_PROCESS))
        .toList();
  }

  private static Optional<String> index(JsonNode devices, Device wanted) {
    return stream(devices)
        .filter(device -> device.path("name").asString("").equals(wanted.id()))
        .map(PulseSound::index)
        .findFirst();
  }

  private static String index(JsonNode thing) {
    return thing.path("index").asString();
  }

  /** All that the sound server has, by kind. */
  private static JsonNode there() {
    return Pactl.ask("list").orElseGet(MissingNode::getInstance);
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
