package charla.client.call.history;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.chat.Calling;
import charla.client.chat.Device;
import charla.client.chat.FakeServer;
import charla.client.notice.ProblemTexts;
import charla.client.ui.FxThread;
import charla.client.ui.Texts;
import charla.client.ui.Theme;
import charla.client.ui.Times;
import charla.protocol.User;
import charla.protocol.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

class CallsViewTest {
  @TempDir Path folder;
  private final FakeServer server = new FakeServer();
  private final Texts texts = new Texts(Locale.UK);

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void whereNothingCouldBeLoadedOneCanTryAgainAndNobodySaysThatThereWasNothing() throws Exception {
    server.setRestUp(false);
    try (Device device = Device.on(folder, server)) {
      CallHistory history = new CallHistory(device.signedIn(), new NothingSeen());
      CompletableFuture.runAsync(() -> triesAgain(view(history)), new FxThread()).join();
    }
  }

  private void triesAgain(CallsView view) {
    view.shown();
    Scene scene = new Scene(view, 420, 600);
    new Theme().dress(scene);
    view.applyCss();
    view.layout();
    Button again = (Button) view.lookup("#calls-again");
    ListView<?> list = (ListView<?>) view.lookup("#calls-list");
    assertThat(again.getWidth()).isGreaterThanOrEqualTo(again.prefWidth(-1));
    assertThat(((Label) list.getPlaceholder()).getText()).isEmpty();

    server.setRestUp(true);
    again.fire();

    assertThat(((Label) list.getPlaceholder()).getText()).startsWith("No calls yet");
  }

  private CallsView view(CallHistory history) {
    Times times = new Times(texts, Locale.UK, ZoneOffset.UTC, Clock.systemUTC());
    return new CallsView(texts, new ProblemTexts(texts), times, history, new Nobody());
  }

  private static final class Nobody implements Calling {
    @Override
    public void call(User peer) {}

    @Override
    public ObservableValue<Optional<String>> hindrance() {
      return new SimpleObjectProperty<>(Optional.of("nobody"));
    }

    @Override
    public ObservableValue<Optional<UserId>> talkingWith() {
      return new SimpleObjectProperty<>(Optional.empty());
    }
  }
}
