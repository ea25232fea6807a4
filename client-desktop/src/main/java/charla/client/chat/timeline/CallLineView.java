package charla.client.chat.timeline;

import charla.client.chat.CallLineIcon;
import charla.client.chat.CallLineWords;
import charla.client.chat.ChatMessage;
import charla.client.ui.Icons;
import charla.client.ui.Pseudo;
import charla.protocol.CallLine;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** A call among the messages: what became of it, when, and the way to call back. */
final class CallLineView extends HBox {
  private final MessageKit kit;
  private final CallLineWords words;
  private final FontIcon icon = Icons.of(BootstrapIcons.TELEPHONE);
  private final Label text = new Label();
  private final Label dot = new Label(" ·");
  private final Label time = new Label();
  private final Hyperlink callBack;

  CallLineView(MessageKit kit, MessageActions actions) {
    this.kit = kit;
    this.words = new CallLineWords(kit.texts());
    this.callBack = new Hyperlink(kit.texts().get("calls.callBack"));
    callBack.disableProperty().bind(actions.hindered());
    callBack.setOnAction(event -> actions.callBack());
    callBack.managedProperty().bind(callBack.visibleProperty());
    time.getStyleClass().add("meta");
    dot.managedProperty().bind(dot.visibleProperty());
    dot.visibleProperty().bind(callBack.visibleProperty());
    HBox words = new HBox(text, dot, callBack);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox chip = new HBox(8, icon, words, time);
    chip.getStyleClass().add("call-chip");
    chip.setAlignment(Pos.CENTER);
    getStyleClass().add("call-line");
    getChildren().add(chip);
  }

  void show(ChatMessage message, CallLine call) {
    boolean missed = CallLineWords.isMissed(call.reason(), message.own());
    icon.setIconCode(CallLineIcon.of(call.reason(), message.own()));
    text.setText(words.of(call, message.own()));
    time.setText(kit.times().time(message.at()));
    callBack.setVisible(missed);
    pseudoClassStateChanged(Pseudo.MISSED, missed);
  }

  String spoken() {
    return text.getText() + ", " + time.getText();
  }
}
