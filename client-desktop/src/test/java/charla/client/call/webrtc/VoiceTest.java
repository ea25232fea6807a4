package charla.client.call.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two programs with real audio devices: what is said into one comes out of the other. */
class VoiceTest {
  private static final Logger LOG = LoggerFactory.getLogger(VoiceTest.class);
  private static final String WORDS =
      "Hello Ben, can you hear me? One, two, three, four. The parcel has arrived, thank you.";
  private static final double ALIKE = 0.9;
  private static final int TRIES = 5;

  /** Of 32767. */
  private static final double SILENCE = 20;

  private static final double SPEECH = 1_000;

  private VirtualSound sound;
  private CallProcess ana;
  private CallProcess ben;

  @BeforeEach
  void begin() throws IOException {
    sound = VirtualSound.of("ana", "ben", "eva");
    ana = CallProcess.start(sound, "CALLER", "ana");
    ben = CallProcess.start(sound, "CALLEE", "ben");
    ana.speaksTo(ben);
    ben.speaksTo(ana);
  }

  @AfterEach
  void end() {
    ana.close();
    ben.close();
    sound.close();
  }

  @Test
  void speechGoesBothWaysAndNothingWhileMuted() throws Exception {
    call();

    assertAlike("mouth_ana", "speaker_ben");
    assertAlike("mouth_ben", "speaker_ana");

    ana.tell("mute");
    assertThat(loudest("mouth_ana", "speaker_ben")).isLessThan(SILENCE);
    ana.tell("unmute");
    assertThat(loudest("mouth_ana", "speaker_ben")).isGreaterThan(SPEECH);
    ben.tell("hold");
    assertThat(loudest("mouth_ana", "speaker_ben")).isLessThan(SILENCE);

    assertThat(ana.end()).isZero();
    assertThat(ben.end()).isZero();
  }

  @Test
  void anotherSpeakerAndAnotherMicrophoneAreUsedAtOnce() throws Exception {
    call();
    ben.tell("speaker speaker_eva");
    ana.tell("microphone mic_eva");

    assertAlike("mouth_eva", "speaker_eva");
  }

  /**
   * The buffer of the receiving end may still be finding its size when it is heard for the first
   * time.
   */
  private void assertAlike(String mouth, String speaker) throws Exception {
    Likeness likeness = new Likeness(-1, 0);
    for (int i = 0; i < TRIES && likeness.correlation() < ALIKE; i++) {
      likeness = listen(mouth, speaker, Likeness::of);
      LOG.warn("from {} to {}: {}", mouth, speaker, likeness);
    }
    assertThat(likeness.correlation()).isGreaterThanOrEqualTo(ALIKE);
  }

  private void call() {
    ben.tell("open");
    ana.tell("open");
    ana.tell("offer");
    ana.awaitSaid("connected");
    ben.awaitSaid("connected");
    ana.awaitSaid("quality");
    ben.awaitSaid("quality");
  }

  private double loudest(String mouth, String speaker) throws Exception {
    return listen(mouth, speaker, (said, heard) -> Arrays.stream(heard).max().orElse(0));
  }

  private interface Judge<T> {
    T of(double[] said, double[] heard);
  }

  private <T> T listen(String mouth, String speaker, Judge<T> judge) throws Exception {
    try (Tape said = sound.record(mouth + ".monitor");
        Tape heard = sound.record(speaker + ".monitor")) {
      org.awaitility.Awaitility.await().until(() -> said.millis() > 300 && heard.millis() > 300);
      sound.say(WORDS, mouth);
      int end = said.millis() + 500;
      org.awaitility.Awaitility.await().until(() -> said.millis() > end && heard.millis() > end);
      long from = Math.max(said.beganAtMillis(), heard.beganAtMillis());
      int steps = (end - 600) / 10;
      return judge.of(said.envelope(from, steps), heard.envelope(from, steps));
    }
  }
}
