package charla.client.call.webrtc;

import java.io.ByteArrayOutputStream;

/** Five seconds of sound. Filled by one thread. */
final class Recording {
  private static final int BYTES = 5 * 100 * SoundSystem.FRAME_BYTES;

  private final ByteArrayOutputStream sound = new ByteArrayOutputStream(BYTES);
  private Runnable whenFull = () -> {};

  synchronized void take(byte[] frame) {
    if (sound.size() == BYTES) {
      return;
    }
    sound.writeBytes(frame);
    if (sound.size() == BYTES) {
      whenFull.run();
    }
  }

  /** Runs this once, when the last of it has come. */
  synchronized void whenFull(Runnable action) {
    whenFull = action;
  }

  synchronized byte[] sound() {
    return sound.toByteArray();
  }
}
