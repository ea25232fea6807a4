package charla.client.call.webrtc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.function.DoubleConsumer;

/** Tells ten times a second how loud it was: the peak, 0 to 1. One thread only. */
final class Meter {
  private static final int FRAMES = 10;

  private final DoubleConsumer level;
  private int frames;
  private int peak;

  Meter(DoubleConsumer level) {
    this.level = level;
  }

  void take(byte[] frame) {
    ShortBuffer samples = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    while (samples.hasRemaining()) {
      peak = Math.max(peak, Math.abs(samples.get()));
    }
    frames++;
    if (frames == FRAMES) {
      level.accept(Math.min(1, peak / (double) Short.MAX_VALUE));
      frames = 0;
      peak = 0;
    }
  }
}
