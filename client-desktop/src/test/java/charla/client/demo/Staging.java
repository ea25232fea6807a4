package charla.client.demo;

import charla.client.StagedSettings;
import charla.client.call.history.CallHistory;
import charla.client.chat.Blocks;
import charla.client.chat.ChatView;
import charla.client.net.LinkState;
import charla.client.notice.ProblemTexts;
import charla.client.settings.Preferences;
import charla.client.settings.SettingsView;
import charla.client.shell.MainView;
import charla.client.trust.Trust;
import charla.client.ui.Appearance;
import charla.client.ui.Texts;
import charla.client.ui.ZoomPane;
import charla.protocol.Fingerprint;
import charla.protocol.User;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The main window of somebody whose life is made up.
 *
 * @param folder for what the app keeps
 * @param content what the server has
 * @param open whose conversation is chosen
 * @param call as far as it has come; it stands in the window as a bar
 */
record Staging(
    Path folder,
    Consumer<DemoServer> content,
    Optional<User> open,
    LinkState link,
    UnaryOperator<StagedCall> call,
    Locale locale,
    double zoom) {
  static final Fingerprint CA = new Fingerprint("0123456789abcdef".repeat(4));

  Staging(Path folder, Consumer<DemoServer> content) {
    this(folder, content, Optional.empty(), new LinkState.Online(), call -> call, Locale.UK, 1);
  }

  Staging open(User peer) {
    return new Staging(folder, content, Optional.of(peer), link, call, locale, zoom);
  }

  Staging link(LinkState other) {
    return new Staging(folder, content, open, other, call, locale, zoom);
  }

  Staging call(UnaryOperator<StagedCall> other) {
    return new Staging(folder, content, open, link, other, locale, zoom);
  }

  Staging locale(Locale other) {
    return new Staging(folder, content, open, link, call, other, zoom);
  }

  Staging zoom(double other) {
    return new Staging(folder, content, open, link, call, locale, other);
  }

  ZoomPane window(Appearance appearance) {
    StagedApp app = StagedApp.with(folder, locale, link, content);
    Texts texts = app.kit().texts();
    ProblemTexts words = new ProblemTexts(texts);
    Blocks blocks = new Blocks(app.signedIn().threads(), app.signedIn().api());
    blocks.refresh();
    StagedCall staged = call.apply(new StagedCall(texts, app.signedIn()));
    StagedCalls calls = new StagedCalls(staged, link);
    var surroundings =
        new ChatView.Surroundings(
            words, "charla://home.lan/", l -> {}, calls, blocks, 320, w -> {});
    ChatView chats = new ChatView(app.kit(), app.conversations(), surroundings);
    app.conversations().entries().stream()
        .filter(entry -> open.map(User::id).equals(Optional.of(entry.peer().id())))
        .findFirst()
        .ifPresent(chats::choose);
    Preferences preferences = new Preferences(folder.resolve("preferences"));
    preferences.setAppearance(appearance);
    Trust trust = new Trust(folder.resolve("trust"));
    trust.trust(app.signedIn().address(), CA);
    SettingsView settings = StagedSettings.of(texts, preferences, app.signedIn(), trust, blocks);
    CallHistory history = new CallHistory(app.signedIn(), calls);
    history.refresh();
    MainView.Pages pages =
        new MainView.Pages(
            chats, app.calls(history, calls), settings, staged.bar(), history.missedProperty());
    MainView window = new MainView(texts, words, app.conversations(), DemoServer.ME, pages);
    ZoomPane zoomed = new ZoomPane(window);
    zoomed.setZoom(zoom);
    return zoomed;
  }
}
