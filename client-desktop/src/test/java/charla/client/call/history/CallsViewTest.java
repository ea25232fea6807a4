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
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.SessionId;
import charla.protocol.User;
import charla.protocol.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
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

  @Test
  void whoScrollsDownComesToTheFirstCallThereWas() throws Exception {
    for (int n = 0; n < 200; n++) {
      server.keep(call(n));
    }
    try (Device device = Device.on(folder, server)) {
      CallHistory history = new CallHistory(device.signedIn(), new NothingSeen());
      CompletableFuture.runAsync(() -> scrollsDown(view(history)), new FxThread()).join();
      assertThat(history.calls()).hasSize(200);
    }
  }

  private void scrollsDown(CallsView view) {
    new Theme().dress(new Scene(view, 420, 600));
    view.shown();
    view.applyCss();
    view.layout();
    ListView<?> list = (ListView<?>) view.lookup("#calls-list");
    assertThat(list.getItems()).as("at first").hasSizeLessThan(100);
    for (int page = 0; page < 5; page++) {
      list.scrollTo(list.getItems().size() - 1);
      view.layout();
    }
  }

  /** With two people in turn: calls with one of them would be one row. */
  private Call call(int n) {
    User other = n % 2 == 0 ? FakeServer.user(2, "ana", "Ana") : FakeServer.user(3, "eva", "Eva");
    Instant began = Instant.parse("2026-03-14T12:00:00Z").minusSeconds(60L * n);
    return new Call(
        new CallId("%024x".formatted(n)),
        server.conversationWith(other),
        2,
        Call.State.ENDED,
        other,
        FakeServer.ME,
        new SessionId("1".repeat(24)),
        null,
        null,
        began,
        null,
        began.plusSeconds(20),
        CallReason.CANCELLED);
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
