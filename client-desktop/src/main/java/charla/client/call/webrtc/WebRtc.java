package charla.client.call.webrtc;

import charla.client.call.AudioDevices;
import charla.client.call.Equipment;
import charla.client.ui.OperatingSystem;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import java.util.Optional;

/** Calls on this computer: the audio of calls, its devices and the tones, which belong together. */
public final class WebRtc implements AutoCloseable {
  private final OneThread mediaThread = new OneThread("media");
  private final OneThread deviceThread = new OneThread("audio-devices");
  private final WebRtcMedia media;
  private final ChosenDevices devices;
  private final ToneRinger ringer;

  /** Loads nothing yet and opens nothing: see {@link charla.client.call.Media#prepare}. */
  public WebRtc() {
    SoundSystem sound =
        OperatingSystem.here() == OperatingSystem.LINUX
            ? new PulseSound()
            : new LibrarySound(mediaThread, this::module);
    devices = new ChosenDevices(sound, deviceThread, this::process);
    media = new WebRtcMedia(mediaThread, sound, devices);
    ringer = new ToneRinger(sound);
  }

  /** The same for everybody who signs in while this is open. */
  public Equipment equipment() {
    return new Equipment(media, devices, ringer);
  }

  @Override
  public void close() {
    ringer.close();
    media.close();
    devices.close();
    deviceThread.close();
    media.end();
  }

  private Optional<AudioDeviceModule> module() {
    return media.module();
  }

  private void process(AudioDevices.Processing processing) {
    media.process(processing);
  }
}
