package charla.client.call.history;

import static charla.client.Shown.all;
import static charla.client.Shown.dress;
import static charla.client.Shown.find;
import static charla.client.Shown.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.call.CallReport;
import charla.client.call.Quality;
import charla.client.chat.Calling;
import charla.client.chat.Device;
import charla.client.chat.FakeServer;
import charla.client.notice.ProblemTexts;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

class CallsViewTest {
  @TempDir Path folder;
  private final FakeServer server = new FakeServer();
  private final Texts texts = new Texts(Locale.UK);
  private int asked;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void whereNothingCouldBeLoadedOneCanTryAgainAndNobodySaysThatThereWasNothing() throws Exception {
    server.setRestUp(false);
    withHistory(history -> {
      onFx(() -> triesAgain(view(history)));
    });
  }

  @Test
  void whoScrollsDownComesToTheFirstCallThereWas() throws Exception {
    for (int n = 0; n < 200; n++) {
      server.keep(call(n));
    }
    withHistory(history -> {
      onFx(() -> scrollsDown(view(history)));
      assertThat(history.calls()).hasSize(200);
    });
  }

  @Test
  void whoHasNotCalledYetIsLedToPeopleAndFindsNothingToSearch() throws Exception {
    withHistory(history -> {
      onFx(() -> {
        CallsView view = shown(history, 1024);
        assertThat(find(view, "#calls-search").isVisible()).isFalse();

        ((Button) find(view, "#calls-find")).fire();
      });
      assertThat(asked).isEqualTo(1);
    });
  }

  @Test
  void theRowThatIsChosenCanBeDeletedAndCalled() throws Exception {
    server.keep(call(1));
    server.keep(call(2));
    withHistory(history -> {
      onFx(() -> {
        CallsView view = view(history);
        view.shown();
        ((ListView<?>) find(view, "#calls-list")).getSelectionModel().select(1);
        dress(view, 1024, 600);
        assertThat(deleteButtons(view)).hasSize(1);

        deleteButtons(view).getFirst().fire();
      });
      assertThat(history.calls()).hasSize(1);
    });
  }

  @Test
  void whileNobodyCanBeCalledTheButtonsSaySo() throws Exception {
    server.keep(call(1));
    withHistory(history -> {
      onFx(() -> {
        CallsView view = shown(history, 420);

        assertThat(all(view.lookup(".call-row"), Button.class)).anyMatch(Node::isDisabled);
      });
    });
  }

  @Test
  void inAWideWindowTheScrollBarStandsAtItsEdgeAndTheButtonsNearTheNames() throws Exception {
    server.keep(call(1));
    withHistory(history -> {
      onFx(() -> {
        CallsView view = shown(history, 1024);

        assertThat(((Region) find(view, "#calls-list")).getWidth()).isEqualTo(1024);
        assertThat(((Region) view.lookup(".call-row")).getWidth()).isLessThan(CallsView.WIDEST);
      });
    });
  }

  @Test
  void whatIsSaidBesideTheListIsNotCutInASmallWindow() throws Exception {
    server.keep(call(1));
    withHistory(history -> {
      history.keep(call(1).id(), new CallReport(20, Quality.Path.DIRECT, 1, "gggp", false));
      onFx(() -> {
        CallsView view = view(history);
        view.shown();
        ((ListView<?>) find(view, "#calls-list")).getSelectionModel().select(0);
        server.setRestUp(false);
        history.refresh();
        dress(view, 420, 300);

        assertThat(find(view, "#calls-problem")).satisfies(CallsViewTest::isWhole);
        assertThat(find(view, "#calls-report")).satisfies(CallsViewTest::isWhole);
      });
    });
  }

  private void withHistory(Consumer<CallHistory> then) throws Exception {
    try (Device device = Device.on(folder, server)) {
      then.accept(new CallHistory(device.signedIn(), new NothingSeen()));
    }
  }

  private CallsView shown(CallHistory history, double width) {
    CallsView view = view(history);
    view.shown();
    dress(view, width, 600);
    return view;
  }

  private static void isWhole(Node text) {
    assertThat(text.isVisible()).isTrue();
    Region label = (Region) text;
    assertThat(label.getHeight()).isGreaterThanOrEqualTo(label.prefHeight(label.getWidth()));
  }

  private static List<Button> deleteButtons(CallsView view) {
    return all(view, Button.class)
        .filter(button -> button.getStyleClass().contains("call-delete") && button.isVisible())
        .toList();
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
    Label nothing = (Label) view.lookup("#calls-nothing");
    assertThat(again.getWidth()).isGreaterThanOrEqualTo(again.prefWidth(-1));
    assertThat(nothing.getText()).isEmpty();

    server.setRestUp(true);
    again.fire();

    assertThat(nothing.getText()).startsWith("No calls yet");
  }

  private CallsView view(CallHistory history) {
    Times times = new Times(texts, Locale.UK, ZoneOffset.UTC, Clock.systemUTC());
    return new CallsView(
        texts, new ProblemTexts(texts), times, history, new Nobody(), () -> asked++);
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
