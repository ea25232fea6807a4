package charla.client.call.window;

import static charla.client.Shown.all;
import static charla.client.Shown.dress;
import static charla.client.Shown.find;
import static charla.client.Shown.inFx;
import static charla.client.Shown.onFx;
import static charla.client.Shown.words;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.Pointer;
import charla.client.call.AudioDevices.Device;
import charla.client.call.AudioDevices.Found;
import charla.client.call.AudioDevices.Side;
import charla.client.call.CallViewModel;
import charla.client.call.FakeEquipment;
import charla.client.call.Idle;
import charla.client.demo.StagedCall;
import charla.client.ui.CallKeys;
import charla.client.ui.Texts;
import charla.protocol.CallReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** The windows of a call, by mouse, by keyboard and for those who hear them read out. */
class CallWindowTest {
  private static final double FINGER = 44;

  /** Where the keyboard is. */
  private static final PseudoClass AT = PseudoClass.getPseudoClass("focus-visible");

  private final Texts texts = new Texts(Locale.UK);
  private final List<String> chosen = new ArrayList<>();
  private boolean pushesToTalk;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theLetterMMutesAndTheButtonSaysSo() {
    onFx(() -> {
      StagedCall call = staged();
      CallView window = window(call);
      talks(call);

      press(window, KeyEvent.KEY_PRESSED, KeyCode.M);

      assertThat(call.isHeard()).isFalse();
      assertThat(find(window, "#call-mute").getAccessibleText()).startsWith("Unmute");
      assertThat(words(window)).contains("Muted");
    });
  }

  @Test
  void whoCallsIsAnnouncedWithTheKeysThatAnswer() {
    onFx(() -> {
      IncomingCallView incoming = new IncomingCallView(texts, staged().rings().model());

      assertThat(incoming.getAccessibleText())
          .startsWith("Ana Ruiz is calling.")
          .contains(CallKeys.ACCEPT.getDisplayText(), CallKeys.DECLINE.getDisplayText());
    });
  }

  @Test
  void theBarSaysHowWellOneHearsAsLongAsOneDoes() {
    onFx(() -> {
      StagedCall call = staged();
      talks(call).measured(0, Duration.ZERO);
      CallBarView bar = bar(call);
      assertThat(words(bar)).contains("Good");

      call.ended(CallReason.LOST);

      assertThat(words(bar)).doesNotContain("Good").anyMatch(word -> word.startsWith("Call lost"));
    });
  }

  @Test
  void whoMutesInTheBarWhileWritingWritesOn() {
    onFx(() -> {
      StagedCall call = staged();
      talks(call);
      CallBarView bar = bar(call);
      TextField writing = new TextField();
      Scene scene = new Scene(new VBox(writing, bar));
      scene.getRoot().applyCss();
      writing.requestFocus();

      Pointer.click(bar.lookup(".call-bar-mute"));

      assertThat(call.model().mutedProperty().get()).isTrue();
      assertThat(scene.getFocusOwner()).isEqualTo(writing);
    });
  }

  @Test
  void anOfferStandsThereWithItsButton() {
    onFx(() -> {
      StagedCall call = staged();
      CallView window = window(call);
      talks(call).has(FakeEquipment.FOUND);
      Found less = new Found(only(FakeEquipment.DESK), only(FakeEquipment.BOX));
      call.has(less).waits(Duration.ofMinutes(1)).has(FakeEquipment.FOUND);

      assertThat(words(window)).contains("Headset was plugged in.");
      ((Button) find(window, "#call-notice-take")).fire();
      assertThat(chosen).endsWith("microphone headset", "speaker headset");
    });
  }

  @Test
  void afterHangingUpTheWindowSaysHowItWas() {
    onFx(() -> {
      StagedCall call = staged();
      CallView window = window(call);
      talks(call).measured(0, Duration.ZERO).ended(CallReason.COMPLETED);

      assertThat(words(window)).contains("Good the whole time", "Close");
    });
  }

  @Test
  void theBarLeadsOnAfterACallThatWasLost() {
    onFx(() -> {
      StagedCall call = staged();
      talks(call);
      CallBarView bar = bar(call);
      assertThat(words(bar)).contains("Hang up").doesNotContain("Redial");

      call.ended(CallReason.LOST);
      assertThat(words(bar)).contains("Redial").doesNotContain("Hang up");
      ((Button) bar.lookup("#bar-dismiss")).fire();

      assertThat(call.model().stateProperty().get()).isInstanceOf(Idle.class);
    });
  }

  @Test
  void aDeviceIsChosenWithOnePressAndTheVolumeHeardAtOnce() {
    onFx(() -> {
      DevicePopoverView popover = popover(staged());
      dress(new StackPane(popover), 360, 560);
      popover.show(FakeEquipment.FOUND);
      List<RadioButton> devices = all(popover, RadioButton.class).toList();
      assertThat(devices)
          .extracting(RadioButton::isSelected)
          .containsExactly(true, false, true, false);

      devices.get(1).fire();
      devices.get(3).fire();
      ((Button) find(popover, "#devices-test")).fire();
      chosen.clear();
      devices.get(1).fire();
      ((Slider) find(popover, "#volume")).setValue(1.5);

      assertThat(chosen).containsExactly("volume 1.5", "kept 1.5");
      assertThat(words(popover)).contains("150 %");
    });
  }

  @Test
  void wherePluggedInIsNothingThePopoverSaysSo() {
    onFx(() -> {
      DevicePopoverView popover = popover(staged());
      dress(new StackPane(popover), 360, 560);
      popover.show(Found.NOTHING);

      assertThat(words(popover)).contains("None found");
      assertThat(find(popover, "#devices-test").isDisabled()).isTrue();
      assertThat(all(popover, RadioButton.class)).isEmpty();
    });
  }

  @Test
  void theRingAroundWhoCallsPulsesOnlyAsLongAsItIsShown() {
    Stage stage =
        inFx(() -> {
          Stage shown = new Stage();
          shown.setScene(new Scene(new IncomingCallView(texts, staged().rings().model())));
          shown.show();
          return shown;
        });
    Node ring = stage.getScene().lookup(".voice-ring");
    assertThat(moves(ring)).isTrue();

    onFx(stage::hide);

    assertThat(moves(ring)).isFalse();
  }

  /** Whether it has another size after ten frames. */
  private static boolean moves(Node ring) {
    CompletableFuture<Boolean> moved = new CompletableFuture<>();
    onFx(() -> {
      double before = ring.getScaleX();
      new AnimationTimer() {
        private int frames;

        @Override
        public void handle(long now) {
          frames++;
          if (frames == 10) {
            stop();
            moved.complete(ring.getScaleX() != before);
          }
        }
      }.start();
    });
    return moved.join();
  }

  @Test
  void everythingHasANameIsReachedByTabAndIsLargeEnoughForAFinger() {
    onFx(() -> {
      StagedCall call = staged().rings();
      IncomingCallView incoming = new IncomingCallView(texts, call.model());
      CallView window = window(call);
      CallBarView bar = bar(call);
      assertNamed(incoming);
      talks(call);
      assertReachable(window);
      assertReachable(bar);
      dress(incoming, 360, 170);
      dress(window, CallView.WIDTH, CallView.HEIGHT);
      dress(bar, 1000, 48);
      Stream.of(incoming, window, bar)
          .flatMap(view -> all(view, Button.class))
          .filter(Node::isVisible)
          .forEach(button ->
              assertThat(button.getHeight()).as(button.toString()).isGreaterThanOrEqualTo(FINGER));
    });
  }

  @Test
  void whatTheKeyboardIsAtHasARing() {
    onFx(() -> {
      StagedCall call = staged();
      CallView window = window(call);
      talks(call);
      dress(window, CallView.WIDTH, CallView.HEIGHT);
      all(window, Button.class).forEach(button -> button.pseudoClassStateChanged(AT, true));
      window.applyCss();

      assertThat(all(window, Button.class))
          .extracting(Region::getBorder)
          .allSatisfy(
              ring -> assertThat(ring.getStrokes().getFirst().getWidths().getTop()).isEqualTo(2));
    });
  }

  private static void assertReachable(Parent window) {
    assertNamed(window);
    assertThat(all(window, ButtonBase.class).filter(Node::isVisible))
        .allMatch(Node::isFocusTraversable);
  }

  private static void assertNamed(Parent window) {
    assertThat(all(window, ButtonBase.class).filter(Node::isVisible))
        .isNotEmpty()
        .allSatisfy(button -> assertThat(name(button)).as(button.toString()).isNotBlank());
  }

  private static String name(ButtonBase button) {
    return Optional.ofNullable(button.getAccessibleText())
        .or(() -> Optional.ofNullable(button.getText()))
        .orElse("");
  }

  private StagedCall staged() {
    return StagedCall.with(
        new CallViewModel.Habits(() -> pushesToTalk, person -> {}, new Choosing()));
  }

  private CallView window(StagedCall call) {
    return new CallView(texts, call.model(), popover(call), () -> {});
  }

  private CallBarView bar(StagedCall call) {
    return new CallBarView(texts, call.model(), popover(call), () -> {});
  }

  private DevicePopoverView popover(StagedCall call) {
    return new DevicePopoverView(texts, new Choosing(), call.model().gauge().own());
  }

  private static StagedCall talks(StagedCall call) {
    return call.rings().accepted().talksFor(Duration.ofSeconds(10));
  }

  private static Side only(Device device) {
    return new Side(List.of(device), Optional.of(device));
  }

  private static void press(Node at, EventType<KeyEvent> type, KeyCode code) {
    Event.fireEvent(at, new KeyEvent(type, "", "", code, false, false, false, false));
  }

  /** Remembers what was chosen. */
  private final class Choosing implements DevicePopoverView.Choices {
    @Override
    public void useMicrophone(Optional<String> id) {
      chosen.add("microphone " + id.orElseThrow());
    }

    @Override
    public void useSpeaker(Optional<String> id) {
      chosen.add("speaker " + id.orElseThrow());
    }

    @Override
    public void testSound() {
      chosen.add("test sound");
    }

    @Override
    public void volume(double volume) {
      chosen.add("volume " + volume);
    }

    @Override
    public void keepVolume(double volume) {
      chosen.add("kept " + volume);
    }
  }
}
