package charla.client.voice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What was heard at one place, and when it began: PCM, 48 kHz, mono, 16 bit. */
final class Tape implements AutoCloseable {
  private static final int BYTES_PER_MILLI = 96;
  private static final int SAMPLES_PER_MILLI = 48;
  private static final int STEP_MILLIS = 10;
  private static final int WINDOW = 50 * SAMPLES_PER_MILLI;

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
    long at = (fromMillis - beganAtMillis()) * SAMPLES_PER_MILLI;
    for (int i = 0; i < count; i++, at += STEP_MILLIS * SAMPLES_PER_MILLI) {
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

  /**
   * When it was loud for the first time, to a hundredth of a second.
   *
   * @param afterMillis by the clock of {@link System#nanoTime}, as the answer
   * @param level of 32767
   */
  synchronized OptionalLong loudAfter(long afterMillis, double level) {
    byte[] pcm = sound.toByteArray();
    ShortBuffer samples = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    long first = Math.max(0, (afterMillis - beganAtMillis()) * SAMPLES_PER_MILLI);
    return LongStream.range(first, samples.limit())
        .filter(i -> Math.abs(samples.get((int) i)) > level)
        .map(i -> beganAtMillis() + i / SAMPLES_PER_MILLI)
        .findFirst();
  }

  /**
   * The longest time in which it was never loud.
   *
   * @param fromMillis by the clock of {@link System#nanoTime}
   */
  Duration longestPause(long fromMillis, long untilMillis, double level) {
    int longest = 0;
    int pause = 0;
    for (double loudness : envelope(fromMillis, (int) (untilMillis - fromMillis) / STEP_MILLIS)) {
      pause = loudness > level ? 0 : pause + STEP_MILLIS;
      longest = Math.max(longest, pause);
    }
    return Duration.ofMillis(longest);
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
