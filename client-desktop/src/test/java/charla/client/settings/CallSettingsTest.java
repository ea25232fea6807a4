package charla.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.call.AudioDevices.Found;
import charla.client.call.AudioDevices.Side;
import charla.client.call.FakeDevices;
import charla.client.call.FakeEquipment;
import charla.client.ui.FxThread;
import charla.client.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The page on which somebody says how they call. */
class CallSettingsTest {
  /** Places in the lists. */
  private static final int AS_THE_SYSTEM = 0;

  private static final int HEADSET = 2;

  private final FakeDevices devices = new FakeDevices();
  private CallPreferences preferences;
  private CallSettingsView page;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void openPage(@TempDir Path folder) {
    preferences = new Preferences(folder.resolve("preferences")).calls();
    page = CompletableFuture.supplyAsync(this::filledPage, new FxThread()).join();
  }

  @Test
  void aDeviceThatIsChosenHoldsAtOnceAndForLater() {
    onFx(() -> {
      var _ = new Scene(new StackPane(page));
      page.applyCss();

      choose(0, HEADSET);
      choose(1, HEADSET);

      assertThat(devices.asked()).containsExactly("microphone headset", "speaker headset");
      assertThat(preferences.microphone()).contains("headset");
      assertThat(preferences.speaker()).contains("headset");
    });
  }

  @Test
  void whoHasChosenMayFollowTheSystemAgain() {
    onFx(() -> {
      var _ = new Scene(new StackPane(page));
      page.applyCss();
      choose(0, HEADSET);
      page.show(FakeEquipment.FOUND);
      assertThat(boxes().getFirst().getSelectionModel().getSelectedIndex()).isEqualTo(HEADSET);

      choose(0, AS_THE_SYSTEM);

      assertThat(devices.asked()).containsExactly("microphone headset", "microphone as the system");
      assertThat(preferences.microphone()).isEmpty();
    });
  }

  @Test
  void theMeterFollowsTheMicrophone() {
    onFx(() -> {
      var _ = new Scene(new StackPane(page));

      page.show(FakeEquipment.FOUND);
      assertThat(devices.asked()).isEmpty();
      page.show(
          new Found(
              new Side(List.of(FakeEquipment.HEADSET), Optional.of(FakeEquipment.HEADSET)),
              FakeEquipment.FOUND.speakers()));

      assertThat(devices.asked()).containsExactly("meter closed");
    });
  }

  @Test
  void whatIsPluggedInChangesTheListsAndChoosesNothing() {
    onFx(() -> {
      page.show(Found.NOTHING);
      assertThat(boxes()).allMatch(Node::isDisabled);

      page.show(FakeEquipment.FOUND);
      assertThat(boxes()).noneMatch(Node::isDisabled);
      assertThat(devices.asked()).isEmpty();
      assertThat(preferences.microphone()).isEmpty();
    });
  }

  @Test
  void pushToTalkAndTheRelayAreKept() {
    onFx(() -> {
      check("Push to talk");
      check("Always relay");
      check("Remove echo");

      assertThat(preferences.pushToTalkProperty().get()).isTrue();
      assertThat(preferences.alwaysRelay()).isTrue();
      assertThat(devices.asked()).containsExactly("echo cancellation false");
      assertThat(preferences.processing().echoCancellation()).isFalse();
    });
  }

  @Test
  void aTestSoundIsHeardAndATrialThatFailsSaysSo() {
    onFx(() -> {
      ((Button) page.lookup("#test-sound")).fire();
      ((Button) page.lookup("#trial")).fire();

      assertThat(devices.asked()).containsExactly("test sound");
      assertThat(((Label) page.lookup("#trial-step")).getText()).isNotBlank();
    });
  }

  @Test
  void theMicrophoneIsListenedToOnlyWhileThePageIsThere() {
    onFx(() -> {
      StackPane window = new StackPane(page);
      var _ = new Scene(window);
      assertThat(devices.asked()).isEmpty();

      window.getChildren().clear();

      assertThat(devices.asked()).containsExactly("meter closed");
    });
  }

  @Test
  void everyListHasAName() {
    onFx(() ->
        assertThat(boxes())
            .extracting(Node::getAccessibleText)
            .containsExactly("Microphone", "Speaker", "Ringtone speaker"));
  }

  private CallSettingsView filledPage() {
    CallSettingsView view =
        new CallSettingsView(
            new Texts(Locale.UK), preferences, FakeEquipment.with(devices), Runnable::run);
    view.show(FakeEquipment.FOUND);
    return view;
  }

  private void choose(int box, int device) {
    boxes().get(box).getSelectionModel().select(device);
  }

  private void check(String words) {
    all(page, CheckBox.class)
        .filter(box -> box.getText().startsWith(words))
        .findFirst()
        .orElseThrow()
        .fire();
  }

  private List<ComboBox<?>> boxes() {
    return all(page, ComboBox.class).<ComboBox<?>>map(box -> box).toList();
  }

  private static <T extends Node> Stream<T> all(Node node, Class<T> type) {
    Stream<T> own = type.isInstance(node) ? Stream.of(type.cast(node)) : Stream.empty();
    return node instanceof Parent parent
        ? Stream.concat(
            own, parent.getChildrenUnmodifiable().stream().flatMap(child -> all(child, type)))
        : own;
  }

  private static void onFx(Runnable check) {
    CompletableFuture.runAsync(check, new FxThread()).join();
  }
}
