package charla.client.demo;

import charla.client.call.Equipment;
import charla.client.call.FakeEquipment;
import charla.client.call.history.CallHistory;
import charla.client.call.history.CallsView;
import charla.client.call.window.CallView;
import charla.client.call.window.DevicePopoverView;
import charla.client.call.window.IncomingCallView;
import charla.client.chat.ChatView;
import charla.client.chat.conversation.ConversationView;
import charla.client.net.LinkState;
import charla.client.notice.ProblemTexts;
import charla.client.settings.CallSettingsView;
import charla.client.settings.Preferences;
import charla.client.shell.MainView;
import charla.client.ui.Appearance;
import charla.client.ui.Texts;
import charla.client.ui.Theme;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ConversationId;
import charla.protocol.SessionId;
import charla.protocol.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Draws every screen of calls into a folder: {@code CallScreenshots <folder>}. */
public final class CallScreenshots {
  private static final Camera.Format CALL =
      new Camera.Format(CallView.WIDTH, CallView.HEIGHT, Appearance.LIGHT);
  private static final Camera.Format SMALL =
      new Camera.Format(CallView.MIN_WIDTH, CallView.MIN_HEIGHT, Appearance.LIGHT);
  private static final Camera.Format RING =
      new Camera.Format(
          IncomingCallView.WIDTH + 40, IncomingCallView.HEIGHT + 40, Appearance.LIGHT);
  private static final Camera.Format MAIN = new Camera.Format(1080, 720, Appearance.LIGHT);
  private static final User DAD = DemoTalk.DAD;

  private final Camera camera;

  private CallScreenshots(Camera camera) {
    this.camera = camera;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    CompletableFuture<Theme> theme = new CompletableFuture<>();
    Platform.setImplicitExit(false);
    Platform.startup(() -> theme.complete(new Theme()));
    new CallScreenshots(new Camera(folder, theme.get())).takeAll();
    System.exit(0);
  }

  private void takeAll() throws InterruptedException {
    both("call-incoming", RING, CallScreenshots::incoming);
    both(
        "call-talking",
        CALL,
        texts -> call(texts, call -> talking(call).measured(0, Duration.ZERO)));
    both(
        "call-fair",
        CALL,
        texts -> call(texts, call -> talking(call).measured(0.06, Duration.ZERO)));
    both("call-muted", CALL, texts -> call(texts, call -> talking(call).muted()));
    both(
        "call-reconnecting",
        CALL,
        texts -> call(texts, call -> talking(call).brokenFor(Duration.ofSeconds(6))));
    both("call-lost", CALL, texts -> call(texts, call -> talking(call).ended(CallReason.LOST)));
    both("call-waiting", CALL, texts -> call(texts, call -> talking(call).ringsToo(DAD)));
    both("call-connecting", CALL, texts -> call(texts, call -> call.rings().accepted()));
    both("call-small", SMALL, texts -> call(texts, CallScreenshots::talking));
    both("call-devices", new Camera.Format(340, 360, Appearance.LIGHT), CallScreenshots::devices);
    both("call-bar", MAIN, texts -> main(call -> talking(call).measured(0, Duration.ZERO)));
    both("call-line", new Camera.Format(720, 560, Appearance.LIGHT), texts -> lines());
    both("calls", MAIN, texts -> calls());
    both("call-settings", new Camera.Format(560, 760, Appearance.LIGHT), CallScreenshots::settings);
    camera.take(
        "call-spanish",
        CALL,
        () -> call(new Texts(Locale.of("es")), call -> talking(call).muted()),
        () -> {});
  }

  private void both(String name, Camera.Format format, Function<Texts, Parent> screen)
      throws InterruptedException {
    Texts texts = new Texts(Locale.UK);
    camera.take(name + "-light", format, () -> screen.apply(texts), () -> {});
    camera.take(name + "-dark", format.in(Appearance.DARK), () -> screen.apply(texts), () -> {});
  }

  private static StagedCall talking(StagedCall call) {
    return call.rings().accepted().talksFor(Duration.ofSeconds(751));
  }

  private static StagedApp app() {
    return StagedApp.with(
        Locale.UK,
        new LinkState.Online(),
        server -> {
          DemoTalk.all(server);
          history(server);
        });
  }

  private static Parent incoming(Texts texts) {
    StagedCall call = new StagedCall(texts, app().signedIn()).rings();
    return padded(new IncomingCallView(texts, call.model()));
  }

  private static CallView call(Texts texts, UnaryOperator<StagedCall> story) {
    StagedCall call = new StagedCall(texts, app().signedIn());
    CallView view = new CallView(texts, call.model(), popover(texts, call), () -> {});
    var _ = story.apply(call);
    return view;
  }

  private static DevicePopoverView popover(Texts texts, StagedCall call) {
    return new DevicePopoverView(texts, new NoChoices(), call.model().gauge().own());
  }

  private static Parent devices(Texts texts) {
    StagedCall call = talking(new StagedCall(texts, app().signedIn()));
    DevicePopoverView popover = popover(texts, call);
    var _ = FakeEquipment.make().devices().watch(popover::show);
    return padded(popover);
  }

  private static Parent main(UnaryOperator<StagedCall> story) {
    StagedApp app = app();
    ProblemTexts words = new ProblemTexts(app.kit().texts());
    ChatView chats =
        new ChatView(
            app.kit(),
            app.conversations(),
            new ChatView.Surroundings(
                words, "charla://home.lan/", l -> {}, new StagedCalls(), 320, w -> {}));
    chats.choose(app.conversations().entries().getFirst());
    StagedCall call = story.apply(new StagedCall(app.kit().texts(), app.signedIn()));
    MainView.Pages pages = app.pages(chats);
    return new MainView(
        app.kit().texts(),
        words,
        app.conversations(),
        DemoServer.ME,
        new MainView.Pages(
            pages.chats(), pages.calls(), pages.settings(), call.bar(), pages.missed()));
  }

  private static Parent calls() {
    StagedApp app = app();
    Texts texts = app.kit().texts();
    CallHistory history = new CallHistory(app.signedIn(), new StagedCalls());
    history.refresh();
    return new CallsView(
        texts, new ProblemTexts(texts), app.kit().times(), history, new StagedCalls());
  }

  private static Parent lines() {
    StagedApp app =
        StagedApp.with(
            Locale.UK,
            new LinkState.Online(),
            server ->
                server
                    .talk(DemoTalk.ANA)
                    .said("2026-03-03T09:58", "Good morning ☀️")
                    .rang("2026-03-03T10:02", CallReason.CANCELLED, null)
                    .answered("2026-03-03T10:10", "Sorry, I was in the shower. Calling you now")
                    .dialled("2026-03-03T10:11", CallReason.COMPLETED, 751L)
                    .said("2026-03-03T10:25", "That was nice")
                    .dialled("2026-03-03T12:00", CallReason.NO_ANSWER, null)
                    .dialled("2026-03-03T12:03", CallReason.DECLINED, null)
                    .rang("2026-03-03T12:20", CallReason.LOST, 65L)
                    .marks(0, 0));
    return new ConversationView(
        app.kit(), app.conversations(), app.conversations().entries().getFirst(), new Nowhere());
  }

  private static Parent settings(Texts texts) {
    try {
      Equipment equipment = FakeEquipment.make();
      Preferences preferences =
          new Preferences(Files.createTempDirectory("charla-demo").resolve("preferences"));
      CallSettingsView view =
          new CallSettingsView(texts, preferences.calls(), equipment, Runnable::run);
      var _ = equipment.devices().watch(view::show);
      return padded(view);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Parent padded(Parent content) {
    StackPane around = new StackPane(new VBox(content));
    around.setPadding(new Insets(20));
    return around;
  }

  private static void history(DemoServer server) {
    server.called(
        call(1, DemoTalk.ANA, DemoServer.ME, "2026-03-03T14:02", CallReason.CANCELLED, 0));
    server.called(
        call(2, DemoTalk.ANA, DemoServer.ME, "2026-03-03T14:01", CallReason.NO_ANSWER, 0));
    server.called(call(3, DemoServer.ME, DAD, "2026-03-03T13:45", CallReason.COMPLETED, 751));
    server.called(call(4, DAD, DemoServer.ME, "2026-03-02T20:11", CallReason.COMPLETED, 4230));
    server.called(call(5, DemoServer.ME, DemoTalk.ANA, "2026-03-02T18:30", CallReason.DECLINED, 0));
    server.called(
        call(6, DemoServer.ME, DemoTalk.ANA, "2026-03-01T09:12", CallReason.NO_ANSWER, 0));
    server.called(call(7, DAD, DemoServer.ME, "2026-02-14T17:55", CallReason.NO_ANSWER, 0));
  }

  private static Call call(
      int n, User caller, User callee, String at, CallReason reason, long seconds) {
    Instant begun = Instant.parse(at + ":00Z");
    @Nullable Instant answered = seconds == 0 ? null : begun;
    return new Call(
        new CallId("%024x".formatted(n)),
        new ConversationId("c".repeat(24)),
        2,
        Call.State.ENDED,
        caller,
        callee,
        new SessionId("6".repeat(24)),
        null,
        null,
        begun,
        answered,
        begun.plusSeconds(seconds),
        reason);
  }

  private static final class NoChoices implements DevicePopoverView.Choices {
    @Override
    public void useMicrophone(Optional<String> id) {}

    @Override
    public void useSpeaker(Optional<String> id) {}

    @Override
    public void testSound() {}

    @Override
    public void volume(double volume) {}
  }
}
