package charla.client.call.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.call.AudioDevices.Device;
import charla.client.call.AudioDevices.Running;
import charla.client.call.Ringer.Sound;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** It rings, whatever became of the speaker that was chosen for it. */
class ToneRingerTest {
  private final Desk desk = new Desk();
  private final ToneRinger ringer = new ToneRinger(desk);

  @AfterEach
  void stop() {
    ringer.close();
  }

  @Test
  void aRingGoesToTheSpeakerThatWasChosen() throws Exception {
    ringer.output(Optional.of("kitchen"));

    ringer.play(Sound.RING);

    assertThat(desk.rang.get(10, TimeUnit.SECONDS)).contains("kitchen");
  }

  @Test
  void whereThatIsNotThereTheSystemsRings() throws Exception {
    desk.gone = "headset";
    ringer.output(Optional.of("headset"));

    ringer.play(Sound.RING);

    assertThat(desk.rang.get(10, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void whereThatGoesWhileItRingsTheSystemsRingsOn() throws Exception {
    desk.unplugged = "headset";
    ringer.output(Optional.of("headset"));

    ringer.play(Sound.RING);

    assertThat(desk.rang.get(10, TimeUnit.SECONDS)).isEmpty();
  }

  /** Speakers of which some are gone, and one that is unplugged as soon as it sounds. */
  private static final class Desk implements SoundSystem {
    private final CompletableFuture<Optional<String>> rang = new CompletableFuture<>();
    private volatile String gone = "";
    private volatile String unplugged = "";

    @Override
    public Playback play(Optional<Device> speaker) throws IOException {
      Optional<String> name = speaker.map(Device::id);
      if (name.equals(Optional.of(gone))) {
        throw new IOException("no such speaker");
      }
      return new Playback() {
        @Override
        public void write(byte[] pcm) throws IOException {
          if (name.equals(Optional.of(unplugged))) {
            throw new IOException("unplugged");
          }
          rang.complete(name);
        }

        @Override
        public void drain() {}

        @Override
        public void close() {}
      };
    }

    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public Listed list() {
      return Listed.NOTHING;
    }

    @Override
    public void route(Optional<Device> microphone, Optional<Device> speaker, double volume) {}

    @Override
    public Running watch(Runnable changed) {
      return () -> {};
    }

    @Override
    public Running record(Optional<Device> microphone, Consumer<byte[]> frames, Runnable ended) {
      return () -> {};
    }
  }
}
