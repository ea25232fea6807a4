package charla.client.call.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.call.Ringer.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TonesTest {
  @ParameterizedTest
  @EnumSource
  void everySoundIsHeardAndNeverTooLoud(Sound sound) {
    ShortBuffer samples = samples(sound);
    int peak = 0;
    while (samples.hasRemaining()) {
      peak = Math.max(peak, Math.abs(samples.get()));
    }

    assertThat(peak).isBetween(3_000, 20_000);
  }

  @ParameterizedTest
  @EnumSource
  void noSoundBeginsOrEndsWithAClick(Sound sound) {
    ShortBuffer samples = samples(sound);

    assertThat(Math.abs(samples.get(0))).isLessThan((short) 200);
    assertThat(Math.abs(samples.get(samples.limit() - 1))).isLessThan((short) 200);
  }

  @Test
  void busyLastsASecond() {
    assertThat(samples(Sound.BUSY).limit()).isEqualTo(SoundSystem.RATE);
  }

  private static ShortBuffer samples(Sound sound) {
    return ByteBuffer.wrap(Tones.of(sound)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
  }
}
