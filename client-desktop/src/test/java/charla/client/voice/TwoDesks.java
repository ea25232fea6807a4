package charla.client.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ana and Ben, each at an app in a process of its own, with a microphone and a speaker. */
final class TwoDesks implements AutoCloseable {
  /** Of 32767: nothing above it is silence, and all that is said is louder than the other. */
  static final double SILENCE = 20;

  static final double SPEECH = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(TwoDesks.class);
  private static final String WORDS = "Hello, can you hear me? One, two, three, four.";
  private static final String WORD = "Hello!";
  private static final double ALIKE = 0.9;
  private static final int TRIES = 5;

  private final VirtualSound sound;
  private final DeskProcess ana;
  private final DeskProcess ben;
  private int calls;

  private TwoDesks(VirtualSound sound, DeskProcess ana, DeskProcess ben) {
    this.sound = sound;
    this.ana = ana;
    this.ben = ben;
  }

  /** They have accounts, and each sees the conversation with the other. */
  static TwoDesks inTouch(Path folder, String invite, Map<String, String> preferences)
      throws IOException {
    return inTouch(name -> List.of(), folder, invite, preferences);
  }

  /**
   * @param places by the name of who is there, see {@link DeskProcess#open}
   */
  static TwoDesks inTouch(
      Function<String, List<String>> places,
      Path folder,
      String invite,
      Map<String, String> preferences)
      throws IOException {
    VirtualSound sound = VirtualSound.of("ana", "ben", "eva");
    TwoDesks both =
        new TwoDesks(
            sound,
            open(places.apply("ana"), folder, "ana", sound, invite, preferences),
            open(places.apply("ben"), folder, "ben", sound, invite, preferences));
    both.ana.does("register ana");
    both.ben.does("register ben");
    both.ana.does("find ben");
    both.ana.does("write hello");
    both.ben.does("open");
    return both;
  }

  VirtualSound sound() {
    return sound;
  }

  DeskProcess ana() {
    return ana;
  }

  DeskProcess ben() {
    return ben;
  }

  /** Ana calls, Ben accepts, and they talk. */
  void call() {
    call(ana, ben);
  }

  /** One of the two calls, the other accepts, and they talk. */
  void call(DeskProcess caller, DeskProcess callee) {
    caller.does("press #call-peer");
    callee.does("press #call-accept");
    bothRead("0:0");
    ana.when("quality");
    ben.when("quality");
  }

  /** Ana takes the offer to call again, Ben accepts, and they talk. */
  void callAgain() {
    ana.does("choose Call again");
    ben.does("press #call-accept");
    calls++;
    ana.forget();
    ben.forget();
    bothRead("0:0");
    ana.when("quality");
    ben.when("quality");
  }

  /** Ana hangs up; both see it, and the call stands in their conversation. */
  void hangUp() {
    ana.does("press #call-hang-up");
    bothRead("Call ended");
    calls++;
    ana.does("calls " + calls);
    ben.does("calls " + calls);
    ana.forget();
    ben.forget();
  }

  /** Waits until both read this of the state of their call. */
  void bothRead(String status) {
    ana.does("status " + status);
    ben.does("status " + status);
  }

  /** What each says into their microphone comes out of the other's speaker. */
  void assertBothAreHeard() throws Exception {
    assertAlike("mouth_ana", "speaker_ben");
    assertAlike("mouth_ben", "speaker_ana");
  }

  /**
   * What is said into one comes out of the other. The buffer of the receiving end may still be
   * finding its size when it is heard for the first time.
   */
  void assertAlike(String mouth, String speaker) throws Exception {
    Likeness likeness = new Likeness(-1, 0);
    for (int i = 0; i < TRIES && likeness.correlation() < ALIKE; i++) {
      likeness = listen(WORDS, mouth, speaker, Likeness::of);
      LOG.warn("from {} to {}: {}", mouth, speaker, likeness);
    }
    assertThat(likeness.correlation()).isGreaterThanOrEqualTo(ALIKE);
  }

  /** Of what comes out while somebody speaks. */
  double loudest(String mouth, String speaker) throws Exception {
    return listen(WORD, mouth, speaker, (said, heard) -> Arrays.stream(heard).max().orElse(0));
  }

  /** Both close their apps, which end by themselves. */
  void end() throws InterruptedException {
    assertThat(ana.end()).isZero();
    assertThat(ben.end()).isZero();
  }

  @Override
  public void close() {
    ana.close();
    ben.close();
    sound.close();
  }

  private static DeskProcess open(
      List<String> place,
      Path folder,
      String name,
      VirtualSound sound,
      String invite,
      Map<String, String> preferences)
      throws IOException {
    Map<String, String> own = new HashMap<>(preferences);
    own.put("call.microphone", "mic_" + name);
    own.put("call.speaker", "speaker_" + name);
    // What is compared is what the microphone heard, not what is left of it.
    own.put("call.echo", "false");
    own.put("call.noise", "false");
    own.put("call.gain", "false");
    return DeskProcess.open(place, folder.resolve(name), name, sound, invite, own);
  }

  private interface Judge<T> {
    T of(double[] said, double[] heard);
  }

  private <T> T listen(String words, String mouth, String speaker, Judge<T> judge)
      throws Exception {
    try (Tape said = sound.record(mouth + ".monitor");
        Tape heard = sound.record(speaker + ".monitor")) {
      await().until(() -> said.millis() > 300 && heard.millis() > 300);
      sound.say(words, mouth);
      int end = said.millis() + 500;
      await().until(() -> said.millis() > end && heard.millis() > end);
      long from = Math.max(said.beganAtMillis(), heard.beganAtMillis());
      int steps = (end - 600) / 10;
      return judge.of(said.envelope(from, steps), heard.envelope(from, steps));
    }
  }
}
