package charla.client.chat.composer;

import charla.client.ui.Icons;
import charla.client.ui.Keys;
import charla.client.ui.Texts;
import charla.client.ui.emoji.Emojis;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Where a message is written: the text, emoji, send. */
public final class ComposerView extends VBox {
  private final ComposerViewModel model;
  private final Texts texts;
  private final MessageAreaView area;
  private final Button emojiButton;
  private final EmojiPopupView popup;

  /**
   * @param peer who gets the message
   */
  public ComposerView(ComposerViewModel model, Texts texts, Emojis emojis, String peer) {
    this.model = model;
    this.texts = texts;
    this.area = new MessageAreaView(model::send);
    this.popup = new EmojiPopupView(emojis, texts, this::insert);
    this.emojiButton =
        Icons.button(
            BootstrapIcons.EMOJI_SMILE, Keys.named(texts.get("composer.emoji"), Keys.EMOJI));
    emojiButton.setOnAction(event -> popup.toggle(emojiButton));
    getStyleClass().add("composer");
    area.textProperty().bindBidirectional(model.textProperty());
    area.prompt(name -> texts.get("composer.prompt", name), peer);
    area.setAccessibleText(texts.get("composer.prompt", peer));
    StackPane text = new StackPane(area, new EmojiOverTextView(area, emojis));
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(4, text, emojiButton, sendButton());
    row.setAlignment(Pos.BOTTOM_CENTER);
    getChildren().addAll(tooLong(), row);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /** Where the caret was, which is the end for a draft that comes back. */
  public void focusText() {
    area.requestFocus();
  }

  private void onKey(KeyEvent key) {
    if (Keys.EMOJI.match(key)) {
      popup.toggle(emojiButton);
      key.consume();
    }
  }

  private void insert(String emoji) {
    area.replaceSelection(emoji);
    area.requestFocus();
  }

  private Button sendButton() {
    Button send = Icons.button(BootstrapIcons.CURSOR, texts.get("composer.send"));
    send.getStyleClass().add("send-button");
    send.disableProperty().bind(model.sendableProperty().not());
    send.setOnAction(event -> {
      model.send();
      area.requestFocus();
    });
    return send;
  }

  private Label tooLong() {
    Label label = new Label();
    label.getStyleClass().addAll("danger-text", "composer-note");
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.count("composer.tooLong", model.tooLongByProperty().get()),
                model.tooLongByProperty()));
    label.visibleProperty().bind(model.tooLongByProperty().greaterThan(0));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
