package charla.client.call.window;

import charla.client.call.CallViewModel;
import charla.client.ui.CallKeys;
import charla.client.ui.Keys;
import charla.client.ui.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/**
 * What the button that mutes shows. Where there is no microphone it must not look as if one were
 * heard.
 *
 * @param name what it does now, with its keys
 * @param silent whether one is not heard
 * @param possible whether it does anything
 */
record MuteSign(Ikon icon, String word, String name, boolean silent, boolean possible) {
  static MuteSign of(Texts texts, CallViewModel model) {
    if (!model.microphoneProperty().get()) {
      String none = texts.get("call.noMicrophone");
      return new MuteSign(BootstrapIcons.MIC_MUTE, none, none, true, false);
    }
    return model.mutedProperty().get()
        ? new MuteSign(
            BootstrapIcons.MIC_MUTE,
            texts.get("call.muted"),
            Keys.named(texts.get("call.unmute"), CallKeys.MUTE),
            true,
            true)
        : new MuteSign(
            BootstrapIcons.MIC,
            texts.get("call.mute"),
            Keys.named(texts.get("call.mute"), CallKeys.MUTE),
            false,
            true);
  }
}
