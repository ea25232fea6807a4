package charla.client.call.webrtc;

import charla.client.call.AudioDevices.Device;
import charla.client.call.AudioDevices.Running;
import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import org.jspecify.annotations.Nullable;

/**
 * The sound of Windows and macOS, as WebRTC and Java reach it. Written from their documentation and
 * not run on either yet.
 */
final class LibrarySound implements SoundSystem {
  private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);
  private static final java.time.Duration LOOK_EVERY = java.time.Duration.ofSeconds(2);

  private final OneThread media;
  private final Supplier<Optional<AudioDeviceModule>> module;
  private Optional<Device> microphoneNow = Optional.empty();
  private Optional<Device> speakerNow = Optional.empty();

  /**
   * @param module that of calls; asked for on the media thread
   */
  LibrarySound(OneThread media, Supplier<Optional<AudioDeviceModule>> module) {
    this.media = media;
    this.module = module;
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public Listed list() {
    return new Listed(
        devices(MediaDevices.getAudioCaptureDevices(), MediaDevices.getDefaultAudioCaptureDevice()),
        devices(MediaDevices.getAudioRenderDevices(), MediaDevices.getDefaultAudioRenderDevice()));
  }

  @Override
  public void route(Optional<Device> microphone, Optional<Device> speaker, double volume) {
    media.run(() -> module.get().ifPresent(calls -> lead(calls, microphone, speaker, volume)));
  }

  @Override
  public Running watch(Runnable changed) {
    OneThread.Repeating looking = media.every(LOOK_EVERY, changed);
    return looking::end;
  }

  @Override
  public Playback play(Optional<Device> speaker) throws IOException {
    try {
      SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT, mixer(speaker));
      line.open(FORMAT);
      line.start();
      return new LinePlayback(line);
    } catch (LineUnavailableException | IllegalArgumentException e) {
      throw new IOException("no speaker", e);
    }
  }

  @Override
  public Running record(Optional<Device> microphone, Consumer<byte[]> frames, Runnable ended)
      throws IOException {
    try {
      TargetDataLine line = AudioSystem.getTargetDataLine(FORMAT, mixer(microphone));
      line.open(FORMAT);
      line.start();
      Thread.ofVirtual()
          .name("microphone")
          .start(() -> {
            pass(line, frames);
            ended.run();
          });
      return line::close;
    } catch (LineUnavailableException | IllegalArgumentException e) {
      throw new IOException("no microphone", e);
    }
  }

  private void lead(
      AudioDeviceModule calls,
      Optional<Device> microphone,
      Optional<Device> speaker,
      double volume) {
    if (!microphone.equals(microphoneNow)) {
      microphoneNow = microphone;
      find(calls.getRecordingDevices(), microphone)
          .ifPresent(device -> {
            calls.stopRecording();
            calls.setRecordingDevice(device);
            calls.initRecording();
            calls.startRecording();
          });
    }
    if (!speaker.equals(speakerNow)) {
      speakerNow = speaker;
      find(calls.getPlayoutDevices(), speaker)
          .ifPresent(device -> {
            calls.stopPlayout();
            calls.setPlayoutDevice(device);
            calls.initPlayout();
            calls.startPlayout();
          });
    }
    int loudest = calls.getMaxSpeakerVolume();
    calls.setSpeakerVolume((int) Math.round(Math.min(1, volume) * loudest));
  }

  private static Optional<AudioDevice> find(List<AudioDevice> all, Optional<Device> wanted) {
    return wanted.flatMap(
        device -> all.stream().filter(one -> one.getDescriptor().equals(device.id())).findFirst());
  }

  private static List<Device> devices(List<AudioDevice> all, @Nullable AudioDevice standard) {
    return all.stream()
        .sorted(Comparator.comparing(device -> !device.equals(standard)))
        .map(device -> new Device(device.getDescriptor(), device.getName()))
        .toList();
  }

  private static Mixer.@Nullable Info mixer(Optional<Device> device) {
    return device
        .flatMap(wanted ->
            Arrays.stream(AudioSystem.getMixerInfo())
                .filter(info -> info.getName().contains(wanted.name()))
                .findFirst())
        .orElse(null);
  }

  private static void pass(TargetDataLine line, Consumer<byte[]> frames) {
    byte[] frame = new byte[FRAME_BYTES];
    while (line.read(frame, 0, frame.length) == frame.length) {
      frames.accept(frame.clone());
    }
  }

  private record LinePlayback(SourceDataLine line) implements Playback {
    @Override
    public void write(byte[] pcm) {
      line.write(pcm, 0, pcm.length);
    }

    @Override
    public void drain() {
      line.drain();
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
