package charla.client;

import charla.client.call.Equipment;
import charla.client.call.FakeEquipment;
import charla.client.chat.Blocks;
import charla.client.desktop.WindowFrame;
import charla.client.notice.ProblemTexts;
import charla.client.session.SignedIn;
import charla.client.settings.CallSettingsView;
import charla.client.settings.Preferences;
import charla.client.settings.SettingsView;
import charla.client.trust.Trust;
import charla.client.ui.Texts;
import java.nio.file.Path;
import javafx.stage.Stage;

/** The pages of Settings as the app fills them, for pictures. */
public final class StagedSettings {
  private StagedSettings() {}

  public static SettingsView of(
      Texts texts, Preferences preferences, SignedIn signedIn, Trust trust, Blocks blocks) {
    WindowFrame frame = new WindowFrame(new Stage(), texts, preferences, () -> {});
    var who = new SettingsPages.Who(signedIn, trust, blocks);
    Equipment equipment = FakeEquipment.make();
    CallSettingsView calls =
        new CallSettingsView(texts, preferences.calls(), equipment, Runnable::run);
    equipment.devices().watch(calls::show);
    return new SettingsPages(
            texts, new ProblemTexts(texts), preferences, frame, who, Path.of("logs"))
        .view(calls, () -> {});
  }
}
