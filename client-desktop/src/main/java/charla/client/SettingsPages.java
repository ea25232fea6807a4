package charla.client;

import charla.client.chat.Blocks;
import charla.client.desktop.WindowFrame;
import charla.client.notice.ProblemTexts;
import charla.client.session.SignedIn;
import charla.client.settings.AccountView;
import charla.client.settings.AppearanceView;
import charla.client.settings.CallSettingsView;
import charla.client.settings.DevicesView;
import charla.client.settings.FactsView;
import charla.client.settings.Preferences;
import charla.client.settings.PrivacyView;
import charla.client.settings.SettingsView;
import charla.client.trust.Trust;
import charla.client.ui.Texts;
import charla.protocol.Fingerprint;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pages of Settings, filled with what there is to choose and to know. */
final class SettingsPages {
  /** Whose settings these are. */
  record Who(SignedIn signedIn, Trust trust, Blocks blocks) {}

  private static final List<String> SHORTCUTS =
      List.of(
          "switch",
          "search",
          "people",
          "nextChat",
          "unreadChat",
          "chat19",
          "newest",
          "composer",
          "zones",
          "call",
          "accept",
          "mute",
          "settings",
          "zoom",
          "quit");

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
            new SettingsView.Page("settings.trust", () -> new FactsView(trust())),
            new SettingsView.Page("settings.shortcuts", () -> new FactsView(shortcuts())),
            new SettingsView.Page("settings.about", () -> new FactsView(about()))));
  }

  private Map<String, String> trust() {
    SignedIn now = who.signedIn();
    Optional<Fingerprint> pinned = who.trust().pinned(now.address());
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(texts.get("trust.server"), now.address().toString());
    facts.put(
        texts.get("trust.words"),
        pinned.map(ca -> String.join(" ", ca.words())).orElse(texts.get("trust.public")));
    pinned.ifPresent(ca -> facts.put(texts.get("trust.fingerprint"), "SHA-256 " + ca));
    facts.put(
        texts.get("trust.tokenPlace"),
        texts.get("trust.tokenPlace." + now.tokenPlace().name().toLowerCase(Locale.ROOT)));
    return facts;
  }

  private Map<String, String> shortcuts() {
    Map<String, String> facts = new LinkedHashMap<>();
    SHORTCUTS.forEach(
        name -> facts.put(texts.get("shortcut." + name), texts.get("shortcut." + name + ".keys")));
    return facts;
  }

  private Map<String, String> about() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(texts.get("about.version"), Version.current());
    facts.put(
        texts.get("about.licences"),
        "OpenJDK, JavaFX, WebRTC, AtlantaFX, Bootstrap Icons, Ikonli, Flowless, Tyrus, SQLite, Jackson,"
            + " zxcvbn, java-keyring, Noto Emoji");
    // Named by the launcher of an installed app.
    Optional.ofNullable(System.getProperty("charla.notices"))
        .ifPresent(file -> facts.put(texts.get("about.notices"), file));
    facts.put(texts.get("about.logs"), logs.toString());
    return facts;
  }
}
