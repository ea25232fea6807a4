package charla.client.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import charla.client.call.CallViewModel;
import charla.client.call.DeviceChoice;
import charla.client.demo.StagedCall;
import charla.client.ui.FxThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Space, which is held to talk. */
class CallKeyboardTest {
  private final Button button = new Button();
  private final TextField text = new TextField();
  private boolean pushesToTalk = true;
  private StagedCall call;
  private CallKeyboard keyboard;
  private Scene scene;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void talk() {
    call =
        inFx(() ->
            StagedCall.with(
                    new CallViewModel.Habits(() -> pushesToTalk, chat -> {}, new NoChoice()))
                .rings()
                .accepted()
                .talksFor(Duration.ofSeconds(1)));
    keyboard = new CallKeyboard(call.model());
    scene = inFx(() -> new Scene(new VBox(button, text)));
    onFx(() -> keyboard.listenTo(scene));
  }

  @Test
  void oneIsHeardForAsLongAsItIsHeldWhereverTheFocusIs() {
    onFx(() -> {
      press(button, KeyEvent.KEY_PRESSED);
      assertThat(call.isHeard()).isTrue();
      press(button, KeyEvent.KEY_RELEASED);
      assertThat(call.isHeard()).isFalse();
    });
  }

  @Test
  void whoWritesIsNotHeardWithEverySpace() {
    onFx(() -> {
      press(text, KeyEvent.KEY_PRESSED);
      assertThat(call.isHeard()).isFalse();
      press(text, KeyEvent.KEY_RELEASED);
    });
  }

  @Test
  void whereThatWasNotChosenItIsAKeyAsAnyOther() {
    onFx(() -> {
      List<KeyCode> arrived = new ArrayList<>();
      button.addEventHandler(KeyEvent.KEY_PRESSED, key -> arrived.add(key.getCode()));
      pushesToTalk = false;

      press(button, KeyEvent.KEY_PRESSED);

      assertThat(arrived).containsExactly(KeyCode.SPACE);
    });
  }

  @Test
  void whoLeavesTheWindowWithItDownIsNotHeardAnyMore() {
    Stage stage = inFx(Stage::new);
    onFx(() -> {
      stage.setScene(scene);
      stage.show();
      stage.requestFocus();
    });
    await().until(stage::isFocused);

    onFx(() -> press(button, KeyEvent.KEY_PRESSED));
    assertThat(call.isHeard()).isTrue();
    onFx(stage::hide);

    await().until(() -> !call.isHeard());
  }

  @Test
  void afterSigningOutNoKeyReachesTheCallsOfBefore() {
    onFx(() -> {
      keyboard.close();

      press(button, KeyEvent.KEY_PRESSED);

      assertThat(call.isHeard()).isFalse();
    });
  }

  private static void press(Node at, EventType<KeyEvent> type) {
    Event.fireEvent(at, new KeyEvent(type, "", "", KeyCode.SPACE, false, false, false, false));
  }

  private static void onFx(Runnable check) {
    CompletableFuture.runAsync(check, new FxThread()).join();
  }

  private static <T> T inFx(Supplier<T> make) {
    return CompletableFuture.supplyAsync(make, new FxThread()).join();
  }

  private static final class NoChoice implements DeviceChoice {
    @Override
    public void useMicrophone(Optional<String> id) {}

    @Override
    public void useSpeaker(Optional<String> id) {}
  }
}
