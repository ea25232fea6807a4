package charla.client.call.webrtc;

import charla.client.call.AudioDevices.Device;
import charla.client.call.Ringer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays {@link Tones}, one at a time. */
final class ToneRinger implements Ringer {
  private static final Logger LOG = LoggerFactory.getLogger(ToneRinger.class);

  /** So long a ring takes to become as loud as it gets. */
  private static final int RISING_FRAMES = 300;

  private final SoundSystem system;
  private @Nullable Playing current;
  private volatile double volume = 1;
  private Optional<Device> output = Optional.empty();

  ToneRinger(SoundSystem system) {
    this.system = system;
  }

  @Override
  public synchronized void play(Sound sound) {
    stop();
    Playing playing = new Playing(sound, output);
    current = playing;
    Thread.ofVirtual().name("ringer").start(playing);
  }

  @Override
  public synchronized void stop() {
    if (current != null) {
      current.end();
      current = null;
    }
  }

  @Override
  public void volume(double loudness) {
    volume = loudness;
  }

  @Override
  public synchronized void output(Optional<String> speakerId) {
    output = speakerId.map(id -> new Device(id, id));
  }

  @Override
  public void close() {
    stop();
  }

  private final class Playing implements Runnable {
    private final Sound sound;
    private final Optional<Device> to;
    private volatile boolean ended;
    private volatile SoundSystem.@Nullable Playback playback;

    Playing(Sound sound, Optional<Device> to) {
      this.sound = sound;
      this.to = to;
    }

    /** Where the chosen speaker is gone, as with a headset, the system's rings in its place. */
    @Override
    public void run() {
      if (!isPlayed(to) && to.isPresent() && !ended) {
        isPlayed(Optional.empty());
      }
    }

    private boolean isPlayed(Optional<Device> speaker) {
      try (SoundSystem.Playback opened = system.play(speaker)) {
        playback = opened;
        write(opened);
        if (!ended) {
          opened.drain();
        }
        return true;
      } catch (IOException e) {
        LOG.debug("no sound, since there is nothing to play it: {}", e.getMessage());
        return false;
      }
    }

    void end() {
      ended = true;
      SoundSystem.Playback playing = playback;
      if (playing != null) {
        playing.close();
      }
    }

    private void write(SoundSystem.Playback to) throws IOException {
      byte[] pcm = Tones.of(sound);
      int frame = 0;
      do {
        for (int at = 0; at < pcm.length && !ended; at += SoundSystem.FRAME_BYTES) {
          int length = Math.min(SoundSystem.FRAME_BYTES, pcm.length - at);
          to.write(scaled(pcm, at, length, volume * rise(frame)));
          frame++;
        }
      } while (Tones.repeats(sound) && !ended);
    }

    private double rise(int frame) {
      return sound == Sound.RING ? Math.min(1, 0.15 + 0.85 * frame / RISING_FRAMES) : 1;
    }
  }

  private static byte[] scaled(byte[] pcm, int at, int length, double factor) {
    ByteBuffer from = ByteBuffer.wrap(pcm, at, length).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer to = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (from.hasRemaining()) {
      to.putShort((short) (from.getShort() * factor));
    }
    return to.array();
  }
}
