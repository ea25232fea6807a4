package charla.client.chat.composer;

import charla.client.ui.Texts;
import charla.client.ui.emoji.EmojiPicker;
import charla.client.ui.emoji.Emojis;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.stage.Popup;

/** The emoji picker above its button; goes away at Esc, at a click elsewhere, and at a pick. */
final class EmojiPopupView {
  private static final double GAP = 8;

  private final Popup popup = new Popup();
  private final EmojiPicker picker;

  EmojiPopupView(Emojis emojis, Texts texts, Consumer<String> pick) {
    picker =
        new EmojiPicker(
            emojis,
            texts,
            emoji -> {
              popup.hide();
              pick.accept(emoji.text());
            });
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.getContent().add(picker);
  }

  void toggle(Button anchor) {
    if (popup.isShowing()) {
      popup.hide();
      return;
    }
    Bounds at = anchor.localToScreen(anchor.getLayoutBounds());
    popup.show(anchor, at.getMinX(), at.getMinY());
    popup.setX(at.getMaxX() - popup.getWidth() + GAP);
    popup.setY(at.getMinY() - popup.getHeight() - GAP);
    picker.open();
  }
}
