package charla.client.call.webrtc;

import charla.client.call.Ringer.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;

/**
 * The sounds, made from sines: PCM as {@link SoundSystem} has it. Frequencies in hertz; ringback
 * and busy as telephones in Europe have them (425 Hz).
 */
final class Tones {
  private static final double LOUDNESS = 0.35;
  private static final Duration EDGE = Duration.ofMillis(8);

  /** What one hears when one tries a speaker. */
  static final byte[] TEST = pcm(List.of(tone(300, 523, 659), tone(500, 784)));

  private Tones() {}

  /**
   * @param millis how long
   * @param hertz together; none is silence
   */
  private record Tone(int millis, List<Integer> hertz) {}

  /** One round of it: {@link Sound#RING} and {@link Sound#RINGBACK} begin again after that. */
  static byte[] of(Sound sound) {
    return pcm(
        switch (sound) {
          case RING ->
              List.of(
                  tone(160, 784, 988),
                  rest(60),
                  tone(160, 784, 988),
                  rest(60),
                  tone(420, 659, 831),
                  rest(1_400));
          case RINGBACK -> List.of(tone(1_000, 425), rest(3_000));
          case CLICK -> List.of(tone(25, 1_200));
          case CHIME -> List.of(tone(90, 659), tone(160, 880));
          case BUSY ->
              List.of(tone(200, 425), rest(200), tone(200, 425), rest(200), tone(200, 425));
          case LOW -> List.of(tone(450, 220));
          case HANG_UP -> List.of(tone(120, 480), tone(180, 360));
          case LOST -> List.of(tone(140, 620), rest(60), tone(140, 520), rest(60), tone(240, 420));
          case RECONNECTING -> List.of(tone(80, 700), rest(80), tone(80, 700));
          case MUTED -> List.of(tone(70, 330), rest(40), tone(70, 330));
          case KNOCK -> List.of(tone(130, 587));
        });
  }

  static boolean repeats(Sound sound) {
    return sound == Sound.RING || sound == Sound.RINGBACK;
  }

  private static Tone tone(int millis, Integer... hertz) {
    return new Tone(millis, List.of(hertz));
  }

  private static Tone rest(int millis) {
    return new Tone(millis, List.of());
  }

  private static byte[] pcm(List<Tone> tones) {
    int samples = tones.stream().mapToInt(tone -> samples(tone.millis())).sum();
    ByteBuffer pcm = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    tones.forEach(tone -> append(tone, pcm));
    return pcm.array();
  }

  private static void append(Tone tone, ByteBuffer pcm) {
    int length = samples(tone.millis());
    int edge = samples((int) EDGE.toMillis());
    for (int i = 0; i < length; i++) {
      // Without soft edges every tone would begin and end with a click.
      double gate = Math.min(1, Math.min(i, length - 1 - i) / (double) edge);
      double wave = tone.hertz().stream().mapToDouble(new Phase(i)::sine).average().orElse(0);
      pcm.putShort((short) (wave * gate * LOUDNESS * Short.MAX_VALUE));
    }
  }

  private record Phase(int sample) {
    double sine(int hertz) {
      return Math.sin(2 * Math.PI * hertz * sample / SoundSystem.RATE);
    }
  }

  private static int samples(int millis) {
    return SoundSystem.RATE / 1_000 * millis;
  }
}
