package charla.client.call.webrtc;

import charla.client.call.AudioDevices.Processing;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;

/**
 * WebRTC with the sound of this computer, or without any when there is none: a module that waits
 * for a sound server which does not come would hang. Media thread only.
 */
final class Studio implements AutoCloseable {
  private final boolean sound;
  private final AudioDeviceModule module;
  private final PeerConnectionFactory factory;

  private Studio(boolean sound) {
    this.sound = sound;
    this.module = sound ? new AudioDeviceModule() : new AudioDeviceModule(AudioLayer.kDummyAudio);
    this.factory = new PeerConnectionFactory(module);
  }

  static Studio withSound() {
    return new Studio(true);
  }

  static Studio silent() {
    return new Studio(false);
  }

  boolean hasSound() {
    return sound;
  }

  AudioDeviceModule module() {
    return module;
  }

  RTCPeerConnection connect(RTCConfiguration configuration, PeerConnectionObserver observer) {
    return factory.createPeerConnection(configuration, observer);
  }

  /** The microphone is open as long as this is sent. */
  AudioTrack microphone(Processing processing) {
    AudioOptions options = new AudioOptions();
    options.echoCancellation = processing.echoCancellation();
    options.noiseSuppression = processing.noiseSuppression();
    options.autoGainControl = processing.automaticGain();
    options.highpassFilter = processing.noiseSuppression();
    AudioTrackSource source = factory.createAudioSource(options);
    return factory.createAudioTrack("microphone", source);
  }

  /** In this order, else native threads stay. */
  @Override
  public void close() {
    factory.dispose();
    module.dispose();
  }
}
