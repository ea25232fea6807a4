package charla.client.call.webrtc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/** What was heard at one place, and when it began: PCM, 48 kHz, mono, 16 bit. */
final class Tape implements AutoCloseable {
  private static final int BYTES_PER_MILLI = 96;
  private static final int WINDOW = 50 * 48;

  private final Process recorder;
  private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
  private long beganAt = Long.MAX_VALUE;

  private Tape(Process recorder) {
    this.recorder = recorder;
  }

  static Tape of(Process recorder) {
    Tape tape = new Tape(recorder);
    Thread.ofPlatform().daemon().start(tape::listen);
    return tape;
  }

  synchronized int millis() {
    return sound.size() / BYTES_PER_MILLI;
  }

  /** By the clock of {@link System#nanoTime}, in milliseconds; known from the first sound on. */
  synchronized long beganAtMillis() {
    return beganAt / 1_000_000;
  }

  /**
   * How loud it was, every ten milliseconds from a time on: the root mean square of 50 ms, 0 to
   * 32767.
   *
   * @param fromMillis by the clock of {@link System#nanoTime}
   */
  synchronized double[] envelope(long fromMillis, int count) {
    ShortBuffer samples =
        ByteBuffer.wrap(sound.toByteArray()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    double[] envelope = new double[count];
    long at = (fromMillis - beganAtMillis()) * 48;
    for (int i = 0; i < count; i++, at += 480) {
      double sum = 0;
      for (int k = 0; k < WINDOW; k++) {
        long place = at + k;
        double sample = place >= 0 && place < samples.limit() ? samples.get((int) place) : 0;
        sum += sample * sample;
      }
      envelope[i] = Math.sqrt(sum / WINDOW);
    }
    return envelope;
  }

  @Override
  public void close() {
    recorder.destroy();
  }

  private void listen() {
    byte[] buffer = new byte[960];
    try (InputStream in = recorder.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        add(buffer, n);
      }
    } catch (IOException e) {
      recorder.destroy();
    }
  }

  /** The quickest piece tells best when the first one was heard. */
  private synchronized void add(byte[] piece, int length) {
    sound.write(piece, 0, length);
    long heard = sound.size() * 1_000_000L / BYTES_PER_MILLI;
    beganAt = Math.min(beganAt, System.nanoTime() - heard);
  }
}
