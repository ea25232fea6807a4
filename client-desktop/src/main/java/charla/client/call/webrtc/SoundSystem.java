package charla.client.call.webrtc;

import charla.client.call.AudioDevices.Device;
import charla.client.call.AudioDevices.Running;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The devices of this computer, and the way of the sound to them. Sound is PCM: 48 kHz, mono,
 * signed 16 bit, little endian. Every method may block for a moment.
 */
interface SoundSystem {
  int RATE = 48_000;

  /** Bytes of one hundredth of a second: 480 samples. */
  int FRAME_BYTES = 2 * RATE / 100;

  /** What is plugged in, the system's standard first in each list. */
  record Listed(List<Device> microphones, List<Device> speakers) {
    static final Listed NOTHING = new Listed(List.of(), List.of());
  }

  /** Takes sound and plays it. */
  interface Playback extends AutoCloseable {
    /** Waits until there is room for more. */
    void write(byte[] pcm) throws IOException;

    /** Waits until all was played; fails where it was not. */
    void drain() throws IOException;

    /** Ends at once. */
    @Override
    void close();
  }

  /** Whether there is a sound server at all, without which nothing else here does something. */
  boolean isThere();

  /**
   * How often a sound server has gone while somebody watched: who waits for its answer waits for
   * ever. Does not block.
   */
  default int losses() {
    return 0;
  }

  Listed list();

  /**
   * Leads what calls of this process play and record to these devices; empty is the system's
   * choice.
   *
   * @param volume of what is played, from 1 as it came; above that where the system can
   */
  void route(Optional<Device> microphone, Optional<Device> speaker, double volume);

  /** Tells, on a thread of its own, that {@link #list} or the way of the sound may have changed. */
  Running watch(Runnable changed);

  Playback play(Optional<Device> speaker) throws IOException;

  /**
   * Opens a microphone, and on a thread of its own gives what comes, in frames of {@link
   * #FRAME_BYTES}, until it is closed.
   *
   * @param ended runs once, on that thread, when nothing comes any more: closed, or gone by itself
   */
  Running record(Optional<Device> microphone, Consumer<byte[]> frames, Runnable ended)
      throws IOException;
}
