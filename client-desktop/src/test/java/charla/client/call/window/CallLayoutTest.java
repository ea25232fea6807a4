package charla.client.call.window;

import static charla.client.Shown.all;
import static charla.client.Shown.dress;
import static charla.client.Shown.find;
import static charla.client.Shown.inFx;
import static charla.client.Shown.isShown;
import static charla.client.Shown.layOut;
import static charla.client.Shown.onFx;
import static charla.client.Shown.words;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.Shown;
import charla.client.call.AudioDevices.Found;
import charla.client.call.AudioDevices.Side;
import charla.client.call.CallViewModel;
import charla.client.call.FakeEquipment;
import charla.client.demo.NoChoices;
import charla.client.demo.StagedCall;
import charla.client.ui.Appearance;
import charla.client.ui.Avatar;
import charla.client.ui.Contrast;
import charla.client.ui.Texts;
import charla.protocol.CallReason;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxToolkit;

/** What stands where in the windows of a call, in all their sizes. */
class CallLayoutTest {
  private static final Found NO_MICROPHONE = new Found(Side.NONE, FakeEquipment.FOUND.speakers());
  private static final User EVA =
      new User(new UserId("e".repeat(24)), new Username("eva"), "Eva Sanz", true, null);

  private final Texts texts = new Texts(Locale.UK);

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void withoutAMicrophoneMuteSaysSoAndDoesNothing() {
    onFx(() -> {
      StagedCall call = talks();
      CallView window = window(call);
      CallBarView bar = bar(call);
      call.has(NO_MICROPHONE);

      assertThat(words(window)).contains("No mic").doesNotContain("Mute");
      assertThat(find(window, "#call-mute").isDisabled()).isTrue();
      assertThat(words(bar)).contains("No mic");
      assertThat(icon(find(window, "#call-mute"))).isEqualTo(BootstrapIcons.MIC_MUTE);
      assertThat(icon(bar.lookup(".call-bar-mute"))).isEqualTo(BootstrapIcons.MIC_MUTE);

      call.has(FakeEquipment.FOUND);

      assertThat(words(window)).contains("Mute").doesNotContain("No mic");
      assertThat(find(window, "#call-mute").isDisabled()).isFalse();
    });
  }

  @Test
  void inASmallWindowWhichHasNoWordsBelowItsButtonsTheStatusSaysThatOneIsNotHeard() {
    onFx(() -> {
      StagedCall call = talks();
      CallView window = window(call);
      dress(window, CallView.MIN_WIDTH, CallView.MIN_HEIGHT);

      call.model().toggleMute();
      assertThat(words(window)).contains("0:10 · Muted");
      call.has(NO_MICROPHONE);
      assertThat(words(window)).contains("0:10 · No mic");
      call.ended(CallReason.COMPLETED);
      assertThat(words(window)).contains("Call ended · 0:10");
    });
  }

  @Test
  void inTheSmallestWindowTheLongestNoticeStandsAboveTheButtons() {
    onFx(() -> {
      StagedCall call = talks().has(Found.NOTHING).waits(Duration.ofSeconds(20));
      CallView window = window(call);
      dress(window, CallView.MIN_WIDTH, CallView.MIN_HEIGHT);

      assertThat(place(find(window, "#call-notice")).getMaxY())
          .isLessThanOrEqualTo(place(find(window, "#call-mute")).getMinY());
    });
  }

  @Test
  void inASmallWindowTheNameKeepsItsPlaceAndTheOwnLevelStays() {
    onFx(() -> {
      StagedCall call = talks().measured(0, Duration.ZERO);
      CallView window = window(call);
      dress(window, CallView.MIN_WIDTH, CallView.MIN_HEIGHT);
      double before = place(window.lookup(".title")).getMinY();

      call.measured(0.06, Duration.ZERO);
      layOut(window);

      assertThat(words(window)).contains("Their network is losing 6 %");
      assertThat(isShown(window.lookup(".own-level"))).isTrue();
      assertThat(isWithin(window.lookup(".own-level"), window)).isTrue();
      assertThat(place(window.lookup(".own-level")).getMaxY())
          .isLessThanOrEqualTo(place(find(window, "#call-mute")).getMinY());
      assertThat(place(window.lookup(".title")).getMinY()).isEqualTo(before);
    });
  }

  @ParameterizedTest
  @ValueSource(doubles = {CallView.MIN_HEIGHT, CallView.HEIGHT})
  void hangingUpIsAsWideAsTheButtonsAboveIt(double height) {
    onFx(() -> {
      CallView window = window(talks());
      dress(window, CallView.WIDTH, height);

      Bounds hangUp = place(find(window, "#call-hang-up"));
      assertThat(hangUp.getMinX()).isEqualTo(place(find(window, "#call-mute")).getMinX());
      assertThat(hangUp.getMaxX()).isEqualTo(place(find(window, "#call-chat")).getMaxX());
    });
  }

  @Test
  void aLargeWindowHasALargeFace() {
    onFx(() -> {
      CallView window = window(talks());
      dress(window, CallView.WIDTH, CallView.HEIGHT);
      double usual = all(window, Avatar.class).findFirst().orElseThrow().getWidth();

      CallView large = window(talks());
      dress(large, 800, 720);

      assertThat(all(large, Avatar.class).findFirst().orElseThrow().getWidth())
          .isGreaterThan(usual * 1.4);
    });
  }

  @Test
  void whoIsOnHoldReadsHowLongTheyTalk() {
    onFx(() -> {
      StagedCall call = talks();
      CallView window = window(call);

      call.model().toggleHold();

      assertThat(words(window)).contains("On hold · 0:10");
    });
  }

  @Test
  void whoLosesACallWithTheirOwnNetworkIsTold() {
    onFx(() -> {
      StagedCall call = talks().measured(0, Duration.ZERO).offline();
      CallView window = window(call);

      call.ended(CallReason.LOST);

      assertThat(words(window)).contains("Good the whole time\nYour network was gone.");
    });
  }

  @Test
  void theVolumeIsNamedAfterTheOneWhoIsHeard() {
    onFx(() -> {
      DevicePopoverView popover = popover(talks());

      dress(new StackPane(popover), 360, 560);
      popover.show(EVA, 1.5);

      assertThat(words(popover)).contains("Volume of Eva Sanz", "150 %");
      assertThat(find(popover, "#volume").getAccessibleText()).isEqualTo("Volume of Eva Sanz");
    });
  }

  @Test
  void theBarSaysWhoIsAtFaultWhereItHasRoom() {
    onFx(() -> {
      CallBarView bar = bar(talks().measured(0.06, Duration.ZERO));
      dress(bar, 1024, 48);
      assertThat(words(bar)).contains("Fair", "Their network is losing 6 %");

      CallBarView narrow = bar(talks().measured(0.06, Duration.ZERO));
      dress(narrow, 584, 48);
      assertThat(words(narrow)).contains("Fair").doesNotContain("Their network is losing 6 %");
    });
  }

  @Test
  void inTheNarrowestBarItIsReadThatOneIsMuted() {
    onFx(() -> {
      StagedCall call = talks().measured(0.06, Duration.ZERO);
      CallBarView bar = bar(call);
      call.model().toggleMute();
      dress(bar, 584, 48);

      Button mute = (Button) bar.lookup(".call-bar-mute");
      assertThat(drawn(mute)).isEqualTo("Muted");
      assertThat(all(bar, Button.class).filter(Shown::isShown))
          .allMatch(button -> isWithin(button, bar));
    });
  }

  @Test
  void theBarLeadsToTheDevices() {
    Stage stage = inFx(Stage::new);
    onFx(() -> {
      StagedCall call = talks();
      DevicePopoverView popover = popover(call);
      CallBarView bar = new CallBarView(texts, call.model(), popover, () -> {});
      stage.setScene(new Scene(bar, 1024, 48));
      stage.show();

      ((Button) find(bar, "#bar-devices")).fire();

      Window shown = popover.getScene().getWindow();
      assertThat(shown.isShowing()).isTrue();
      assertThat(((Popup) shown).getAnchorY())
          .isGreaterThan(find(bar, "#bar-devices").localToScreen(0, 0).getY());
      stage.close();
    });
  }

  @Test
  void whoHasManyDevicesScrollsThroughThem() {
    Stage stage = inFx(Stage::new);
    onFx(() -> {
      StagedCall call = talks();
      DevicePopoverView popover = popover(call);
      stage.setScene(new Scene(new CallView(texts, call.model(), popover, () -> {}), 360, 560));
      stage.setX(0);
      stage.setY(0);
      stage.show();

      popover.show(FakeEquipment.MANY);
      ((Button) find(stage.getScene().getRoot(), "#call-devices")).fire();

      Window shown = popover.getScene().getWindow();
      assertThat(shown.getY()).isNotNegative();
      assertThat(popover.getContent().getLayoutBounds().getHeight())
          .isGreaterThan(popover.getHeight());
      stage.close();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void theThreeAnswersAreOfOneSizeAndTheirWordsWhole(String language) {
    onFx(() -> {
      IncomingCallView incoming =
          new IncomingCallView(new Texts(Locale.of(language)), staged().rings().model());
      dress(incoming, IncomingCallView.WIDTH, IncomingCallView.HEIGHT);

      List<Button> answers = all(incoming, Button.class).toList();
      assertThat(answers).hasSize(3);
      assertThat(answers).extracting(Region::getWidth).containsOnly(answers.getFirst().getWidth());
      assertThat(answers)
          .allSatisfy(answer -> assertThat(drawn(answer)).isEqualTo(answer.getText()));
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void wordsAndSignsOnRedAndGreenAreLighterThanItIs(Appearance look) {
    onFx(() -> {
      StagedCall call = staged().rings();
      IncomingCallView incoming = new IncomingCallView(texts, call.model());
      dress(incoming, IncomingCallView.WIDTH, IncomingCallView.HEIGHT, look);
      assertThat(List.of("#call-accept", "#call-decline"))
          .allSatisfy(answer -> assertLight((Button) find(incoming, answer)));

      CallView window = window(call);
      call.accepted();
      dress(window, CallView.WIDTH, CallView.HEIGHT, look);
      assertLight((Button) find(window, "#call-hang-up"));
    });
  }

  @Test
  void takingAndEndingACallShowTheSameReceiverEverywhere() {
    onFx(() -> {
      StagedCall call = staged().rings();
      IncomingCallView incoming = new IncomingCallView(texts, call.model());
      CallView window = window(call);
      call.accepted().talksFor(Duration.ofSeconds(1));
      assertThat(
              List.of(
                  find(incoming, "#call-accept"),
                  find(incoming, "#call-decline"),
                  find(window, "#call-hang-up")))
          .extracting(CallLayoutTest::icon)
          .containsOnly(BootstrapIcons.TELEPHONE_FILL);

      CallView lost = window(talks().ended(CallReason.LOST));
      assertThat(icon(find(lost, "#call-redial"))).isEqualTo(BootstrapIcons.TELEPHONE_FILL);
    });
  }

  private static void assertLight(Button button) {
    double ground =
        Contrast.luminance((Color) button.getBackground().getFills().getLast().getFill());
    assertThat(Contrast.luminance((Color) button.getTextFill())).isGreaterThan(ground);
    assertThat(Contrast.luminance((Color) fontIcon(button).getIconColor())).isGreaterThan(ground);
  }

  private static Object icon(Node button) {
    return fontIcon(button).getIconCode();
  }

  private static FontIcon fontIcon(Node button) {
    return all(((Labeled) button).getGraphic(), FontIcon.class).findFirst().orElseThrow();
  }

  /** What is to be read of a button's word. */
  private static String drawn(Button button) {
    return all(button, Text.class)
        .filter(text -> !(text instanceof FontIcon))
        .map(Text::getText)
        .findFirst()
        .orElseThrow();
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static boolean isWithin(Node node, Region window) {
    return place(window).contains(place(node));
  }

  private StagedCall staged() {
    return StagedCall.with(new CallViewModel.Habits(() -> false, person -> {}, new NoChoices()));
  }

  private StagedCall talks() {
    return staged().rings().accepted().talksFor(Duration.ofSeconds(10));
  }

  private CallView window(StagedCall call) {
    return new CallView(texts, call.model(), popover(call), () -> {});
  }

  private CallBarView bar(StagedCall call) {
    return new CallBarView(texts, call.model(), popover(call), () -> {});
  }

  private DevicePopoverView popover(StagedCall call) {
    return new DevicePopoverView(texts, new NoChoices(), call.model().gauge().own());
  }
}
