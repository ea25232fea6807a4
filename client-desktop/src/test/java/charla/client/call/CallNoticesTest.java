package charla.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.call.AudioDevices.Device;
import charla.client.call.AudioDevices.Found;
import charla.client.call.AudioDevices.Side;
import charla.client.demo.StagedCall;
import charla.protocol.CallReason;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody who talks is told, and when it goes again. */
class CallNoticesTest {
  private static final Duration LONG_ENOUGH_TO_READ = Duration.ofSeconds(7);
  private static final User CARL =
      new User(new UserId("4".repeat(24)), new Username("carl"), "Carl Vidal", true, null);
  private static final Device JABRA = new Device("jabra", "Jabra");

  private final List<String> chosen = new ArrayList<>();
  private boolean pushesToTalk;
  private final StagedCall call =
      StagedCall.with(new CallViewModel.Habits(() -> pushesToTalk, this::open, new Choosing()));

  @Test
  void aHeadsetThatIsPluggedInIsOneOfferThatTakesBothOfItsHalves() {
    talks().has(microphones(JABRA)).has(plugged());

    assertThat(said()).contains("Jabra was plugged in.");
    notice().flatMap(CallNotice::offer).orElseThrow().take().run();
    assertThat(chosen).containsExactly("microphone jabra", "speaker jabra");
  }

  @Test
  void whatTheSystemTakesByItselfIsNotOffered() {
    Side used = new Side(List.of(FakeEquipment.DESK, JABRA), Optional.of(JABRA));

    talks().has(new Found(used, FakeEquipment.FOUND.speakers()));

    assertThat(said()).contains("Jabra was plugged in and is used now.");
    assertThat(notice().flatMap(CallNotice::offer)).isEmpty();
  }

  @Test
  void whatIsGoneIsReplacedAndSaidSoAndTheCallGoesOn() {
    Side left = new Side(List.of(FakeEquipment.HEADSET), Optional.of(FakeEquipment.HEADSET));

    talks().has(new Found(left, FakeEquipment.FOUND.speakers()));

    assertThat(said()).contains("Desk microphone is gone. Using Headset.");
    call.waits(LONG_ENOUGH_TO_READ);
    assertThat(said()).isEmpty();
    assertThat(call.model().stateProperty().get()).isInstanceOf(Talking.class);
  }

  @Test
  void whereTheCallHasLostItsSoundForGoodItOffersToCallAgain() {
    talks().has(Found.NOTHING).has(FakeEquipment.FOUND.outOfReach());
    call.waits(LONG_ENOUGH_TO_READ);

    assertThat(said()).contains("This call has lost the sound of this computer.");
    notice().flatMap(CallNotice::offer).orElseThrow().take().run();

    assertThat(call.model().stateProperty().get()).isInstanceOf(Dialing.class);
  }

  @Test
  void withoutAMicrophoneOneListensAndIsToldForAsLongAsItIsSo() {
    talks().has(new Found(Side.NONE, FakeEquipment.FOUND.speakers()));
    assertThat(said()).hasValueSatisfying(words -> assertThat(words).contains("is gone"));

    call.waits(LONG_ENOUGH_TO_READ);
    assertThat(said()).hasValueSatisfying(words -> assertThat(words).startsWith("No microphone:"));
    call.waits(Duration.ofMinutes(5));
    assertThat(said()).hasValueSatisfying(words -> assertThat(words).startsWith("No microphone:"));
    call.has(FakeEquipment.FOUND).waits(Duration.ofSeconds(20));
    assertThat(said()).isEmpty();
  }

  @Test
  void withNoDeviceAtAllACallIsTakenAndSaysThatItIsSilent() {
    call.has(Found.NOTHING);

    talks();

    assertThat(call.model().stateProperty().get()).isInstanceOf(Talking.class);
    assertThat(said())
        .hasValueSatisfying(words -> assertThat(words).startsWith("No microphone and no speaker:"));
  }

  @Test
  void whoTalksWhileMutedIsToldOnceInTwentySeconds() {
    talks().muted();
    assertThat(said()).contains("You are muted");

    call.waits(LONG_ENOUGH_TO_READ).speaks(0).speaks(0.6);
    assertThat(said()).isEmpty();
    call.waits(Duration.ofSeconds(20)).speaks(0).speaks(0.6).speaks(0.5);
    assertThat(said()).contains("You are muted");
  }

  @Test
  void anEndedCallSaysHowItWasAndNothingElse() {
    talks().measured(0, Duration.ZERO).has(plugged()).ended(CallReason.COMPLETED);

    assertThat(said()).isEmpty();
    assertThat(call.model().reportProperty().get()).map(CallReport::grades).contains("g");
    call.waits(Duration.ofSeconds(4));
    assertThat(call.model().stateProperty().get()).isInstanceOf(Over.class);
    call.waits(Duration.ofSeconds(2));
    assertThat(call.model().stateProperty().get()).isInstanceOf(Idle.class);
  }

  @Test
  void aCallThatNobodyTookHasNothingToReport() {
    call.dials().ringsThere().ended(CallReason.DECLINED);

    assertThat(call.model().reportProperty().get()).isEmpty();
  }

  @Test
  void whoTalksIsToldWhoFoundThemBusy() {
    talks().findsBusy(CARL);

    assertThat(said()).contains("Carl Vidal called meanwhile");
    assertThat(call.played()).isEqualTo(Ringer.Sound.KNOCK);
  }

  @Test
  void aRingAndARingbackSoundOnWhenSomebodyElseCallsToo() {
    call.rings().findsBusy(CARL);
    assertThat(call.loop()).contains(Ringer.Sound.RING);

    call.model().ignore();
    call.dials().ringsThere().findsBusy(CARL);
    assertThat(call.loop()).contains(Ringer.Sound.RINGBACK);
  }

  @Test
  void aCallThatFoundNoPathHasNoLength() {
    call.rings().accepted().waits(Timer.PATH.after());

    assertThat(call.model().statusProperty().get()).isEqualTo("Could not connect");
  }

  @Test
  void withPushToTalkOneIsMutedUnlessTheKeyIsDownAndNotRemindedOfIt() {
    pushesToTalk = true;
    talks();
    assertThat(said()).contains("Hold Space to talk");
    assertThat(call.isHeard()).isFalse();

    call.model().talk();
    assertThat(call.isHeard()).isTrue();
    call.model().listen();
    assertThat(call.isHeard()).isFalse();
    call.speaks(0.6).speaks(0.5);
    assertThat(said()).contains("Hold Space to talk");
  }

  @Test
  void pushToTalkIsSwitchedOnAndOffDuringTheCall() {
    talks();

    pushesToTalk = true;
    call.model().habitsChanged();
    assertThat(call.isHeard()).isFalse();
    assertThat(said()).contains("Hold Space to talk");

    pushesToTalk = false;
    call.model().habitsChanged();
    assertThat(call.isHeard()).isTrue();
    assertThat(said()).isEmpty();
  }

  private StagedCall talks() {
    return call.rings().accepted().talksFor(Duration.ofSeconds(10));
  }

  private Optional<CallNotice> notice() {
    return call.model().noticeProperty().get();
  }

  private Optional<String> said() {
    return notice().map(CallNotice::text);
  }

  private void open(User person) {
    chosen.add("chat with " + person.displayName());
  }

  private static Found microphones(Device added) {
    return new Found(
        with(FakeEquipment.FOUND.microphones(), added), FakeEquipment.FOUND.speakers());
  }

  private static Found plugged() {
    return new Found(
        with(FakeEquipment.FOUND.microphones(), JABRA),
        with(FakeEquipment.FOUND.speakers(), JABRA));
  }

  private static Side with(Side side, Device added) {
    return new Side(Stream.concat(side.all().stream(), Stream.of(added)).toList(), side.inUse());
  }

  /** Remembers what was chosen. */
  private final class Choosing implements DeviceChoice {
    @Override
    public void useMicrophone(Optional<String> id) {
      chosen.add("microphone " + id.orElseThrow());
    }

    @Override
    public void useSpeaker(Optional<String> id) {
      chosen.add("speaker " + id.orElseThrow());
    }
  }
}
