package charla.client.demo;

import charla.client.call.CallReport;
import charla.client.call.Quality;
import charla.client.call.history.CallHistory;
import charla.client.call.history.CallsView;
import charla.client.net.LinkState;
import charla.client.ui.Texts;
import charla.protocol.CallReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/** What the main window shows of calls: the bar, the list of calls, their lines among messages. */
final class CallPages {
  private static final Camera.Size WHOLE = new Camera.Size(1080, 720);
  private static final Camera.Size SMALL = new Camera.Size(640, 550);

  private static final Camera.Size BAR = new Camera.Size(1024, 48);
  private static final Camera.Size PAGE = new Camera.Size(560, 440);
  private static final Texts TEXTS = new Texts(Locale.UK);
  private static final CallReport REPORT =
      new CallReport(751, Quality.Path.DIRECT, 1, "ggggggggggggggfp", false);

  private final Camera camera;
  private final Path folder;

  CallPages(Camera camera, Path folder) {
    this.camera = camera;
    this.folder = folder;
  }

  void takeAll() throws InterruptedException {
    bar();
    lines();
    calls();
    states();
  }

  private void bar() throws InterruptedException {
    Staging life = new Staging(folder, DemoTalk::all).open(DemoTalk.ANA);
    camera.take("call-bar", WHOLE, life.call(CallPages::talks)::window);
    camera.take(
        "call-bar-narrow",
        SMALL,
        life.call(call -> talks(call).muted().findsBusy(DemoTalk.LONG))::window);
    new Sheet(1, BAR)
        .add("fair", () -> bar(call -> call.measured(0.06, Duration.ZERO)))
        .add("poor", () -> bar(call -> call.measured(0, Duration.ofMillis(90))))
        .add("reconnecting", () -> bar(call -> call.brokenFor(Duration.ofSeconds(6))))
        .add("on hold", () -> bar(StagedCall::onHold))
        .add("lost", () -> bar(call -> call.ended(CallReason.LOST)))
        .take(camera, "call-bars");
  }

  private Region bar(UnaryOperator<StagedCall> story) {
    return story.apply(talks(new StagedCall(TEXTS, app(server -> {}).signedIn()))).bar();
  }

  private StagedApp app(Consumer<DemoServer> content) {
    return StagedApp.with(folder, Locale.UK, new LinkState.Online(), content);
  }

  private void lines() throws InterruptedException {
    Staging life = new Staging(folder, DemoCalls::lines).open(DemoTalk.ANA);
    camera.take("call-lines", WHOLE, life::window);
    camera.take("call-lines-narrow", SMALL, life::window);
  }

  private void calls() throws InterruptedException {
    Staging life = new Staging(folder, DemoCalls::several);
    camera.take("calls", WHOLE, life::window, CallPages::openCalls);
    camera.take("calls-narrow", SMALL, life::window, CallPages::openCalls);
    camera.take(
        "calls-empty", WHOLE, new Staging(folder, server -> {})::window, CallPages::openCalls);
    camera.take(
        "calls-one", WHOLE, new Staging(folder, DemoCalls::one)::window, CallPages::openCalls);
    camera.take(
        "calls-thousand",
        WHOLE,
        new Staging(folder, DemoCalls::thousand)::window,
        CallPages::openCalls);
  }

  private void states() throws InterruptedException {
    new Sheet(2, PAGE)
        .add("missed only", () -> page(DemoCalls::several, CallPages::showMissed))
        .add(
            "nothing found",
            () -> page(DemoCalls::several, view -> searchField(view).setText("zoe")))
        .add("how it was", () -> page(DemoCalls::several, CallPages::chooseSecond))
        .add("not loaded", () -> page(DemoServer::loseCalls, view -> {}))
        .take(camera, "calls-states");
  }

  private Region page(Consumer<DemoServer> content, Consumer<CallsView> then) {
    StagedApp app = app(content);
    StagedCalls calls =
        new StagedCalls(new StagedCall(TEXTS, app.signedIn()), new LinkState.Online());
    CallHistory history = new CallHistory(app.signedIn(), calls);
    history.keep(DemoCalls.WITH_DAD, REPORT);
    CallsView view = app.calls(history, calls);
    view.shown();
    then.accept(view);
    return view;
  }

  private static void showMissed(CallsView view) {
    ((ToggleButton) Objects.requireNonNull(view.lookup("#calls-missed"))).fire();
  }

  private static void chooseSecond(CallsView view) {
    ((ListView<?>) Objects.requireNonNull(view.lookup("#calls-list")))
        .getSelectionModel()
        .select(1);
  }

  private static TextField searchField(CallsView view) {
    return (TextField) Objects.requireNonNull(view.lookup("#calls-search"));
  }

  private static StagedCall talks(StagedCall call) {
    return call.rings().accepted().talksFor(Duration.ofSeconds(751)).measured(0, Duration.ZERO);
  }

  private static void openCalls(Parent root) {
    ((Button) Objects.requireNonNull(root.lookup("#rail-calls"))).fire();
  }
}
