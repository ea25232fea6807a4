package charla.client;

import charla.client.chat.Blocks;
import charla.client.desktop.WindowFrame;
import charla.client.notice.ProblemTexts;
import charla.client.session.SignedIn;
import charla.client.session.WordsView;
import charla.client.settings.AccountView;
import charla.client.settings.AppearanceView;
import charla.client.settings.CallSettingsView;
import charla.client.settings.DevicesView;
import charla.client.settings.FactsView;
import charla.client.settings.Preferences;
import charla.client.settings.PrivacyView;
import charla.client.settings.SettingsView;
import charla.client.settings.ShortcutsView;
import charla.client.trust.Trust;
import charla.client.ui.Texts;
import charla.protocol.Fingerprint;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;

/** The pages of Settings, filled with what there is to choose and to know. */
final class SettingsPages {
  /** Whose settings these are. */
  record Who(SignedIn signedIn, Trust trust, Blocks blocks) {}

  /** Of the digits of a fingerprint, with what is between them. */
  private static final int HALF = 48;

  private final Texts texts;
  private final ProblemTexts words;
  private final Preferences preferences;
  private final WindowFrame frame;
  private final Who who;
  private final Path logs;

  SettingsPages(
      Texts texts,
      ProblemTexts words,
      Preferences preferences,
      WindowFrame frame,
      Who who,
      Path logs) {
    this.texts = texts;
    this.words = words;
    this.preferences = preferences;
    this.frame = frame;
    this.who = who;
    this.logs = logs;
  }

  SettingsView view(CallSettingsView calls, Runnable signOut) {
    SignedIn now = who.signedIn();
    return new SettingsView(
        texts,
        List.of(
            new SettingsView.Page(
                "settings.account",
                () -> new AccountView(texts, words, now.threads(), now.api(), now.me(), signOut)),
            new SettingsView.Page(
                "settings.devices", () -> new DevicesView(texts, words, now.threads(), now.api())),
            new SettingsView.Page(
                "settings.privacy", () -> new PrivacyView(texts, words, who.blocks())),
            new SettingsView.Page("settings.calls", () -> calls),
            new SettingsView.Page(
                "settings.appearance",
                () ->
                    new AppearanceView(
                        texts, preferences, frame.theme().appearance(), frame::setZoom)),
            new SettingsView.Page("settings.trust", this::trust),
            new SettingsView.Page("settings.shortcuts", () -> new ShortcutsView(texts)),
            new SettingsView.Page("settings.about", this::about)));
  }

  private FactsView trust() {
    SignedIn now = who.signedIn();
    FactsView facts = new FactsView().with(texts.get("trust.server"), now.address().toString());
    who.trust()
        .pinned(now.address())
        .ifPresentOrElse(
            ca ->
                facts
                    .with(texts.get("trust.words"), WordsView.grid(ca))
                    .with(texts.get("trust.fingerprint"), digits(ca)),
            () -> facts.with(texts.get("trust.words"), texts.get("trust.public")));
    return facts.with(
        texts.get("trust.tokenPlace"),
        texts.get("trust.tokenPlace." + now.tokenPlace().name().toLowerCase(Locale.ROOT)));
  }

  /** On two lines, so that they can be compared pair by pair. */
  private static Label digits(Fingerprint ca) {
    String all = ca.longForm();
    Label label = new Label("SHA-256\n" + all.substring(0, HALF) + "\n" + all.substring(HALF));
    label.getStyleClass().addAll("meta", "mono");
    return label;
  }

  private FactsView about() {
    FactsView facts =
        new FactsView()
            .with(texts.get("about.version"), Version.current())
            .with(
                texts.get("about.licences"),
                "OpenJDK, JavaFX, WebRTC, AtlantaFX, Bootstrap Icons, Ikonli, Flowless, Tyrus, SQLite, Jackson,"
                    + " zxcvbn, java-keyring, Noto Emoji");
    // Named by the launcher of an installed app.
    Optional.ofNullable(System.getProperty("charla.notices"))
        .ifPresent(file -> facts.with(texts.get("about.notices"), file));
    return facts.with(texts.get("about.logs"), logs.toString());
  }
}
