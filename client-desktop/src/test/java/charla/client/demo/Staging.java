package charla.client.demo;

import charla.client.StagedSettings;
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

/**
 * The main window of somebody whose life is made up.
 *
 * @param folder for what the app keeps
 * @param content what the server has
 * @param open whose conversation is chosen
 */
record Staging(
    Path folder,
    Consumer<DemoServer> content,
    Optional<User> open,
    LinkState link,
    Locale locale,
    double zoom) {
  static final Fingerprint CA = new Fingerprint("0123456789abcdef".repeat(4));

  Staging(Path folder, Consumer<DemoServer> content) {
    this(folder, content, Optional.empty(), new LinkState.Online(), Locale.UK, 1);
  }

  Staging open(User peer) {
    return new Staging(folder, content, Optional.of(peer), link, locale, zoom);
  }

  Staging link(LinkState other) {
    return new Staging(folder, content, open, other, locale, zoom);
  }

  Staging locale(Locale other) {
    return new Staging(folder, content, open, link, other, zoom);
  }

  Staging zoom(double other) {
    return new Staging(folder, content, open, link, locale, other);
  }

  ZoomPane window(Appearance appearance) {
    StagedApp app = StagedApp.with(folder, locale, link, content);
    Texts texts = app.kit().texts();
    ProblemTexts words = new ProblemTexts(texts);
    var surroundings =
        new ChatView.Surroundings(
            words, "charla://home.lan/", l -> {}, new StagedCalls(), 320, w -> {});
    ChatView chats = new ChatView(app.kit(), app.conversations(), surroundings);
    app.conversations().entries().stream()
        .filter(entry -> open.equals(Optional.of(entry.peer())))
        .findFirst()
        .ifPresent(chats::choose);
    Preferences preferences = new Preferences(folder.resolve("preferences"));
    preferences.setAppearance(appearance);
    Trust trust = new Trust(folder.resolve("trust"));
    trust.trust(app.signedIn().address(), CA);
    SettingsView settings = StagedSettings.of(texts, preferences, app.signedIn(), trust);
    MainView window =
        new MainView(texts, words, app.conversations(), DemoServer.ME, app.pages(chats, settings));
    ZoomPane zoomed = new ZoomPane(window);
    zoomed.setZoom(zoom);
    return zoomed;
  }
}
