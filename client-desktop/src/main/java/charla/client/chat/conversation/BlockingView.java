package charla.client.chat.conversation;

import charla.client.chat.Conversations;
import charla.client.notice.Outcome;
import charla.client.ui.Texts;
import charla.protocol.User;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** Asks before a person is blocked, and says when that did not work. */
public final class BlockingView {
  private final Texts texts;
  private final Conversations conversations;

  public BlockingView(Texts texts, Conversations conversations) {
    this.texts = texts;
    this.conversations = conversations;
  }

  /** Blocks the person when the answer is yes. Returns at once. */
  public void ask(User person, Window owner) {
    ButtonType yes = new ButtonType(texts.get("block.yes"), ButtonData.OK_DONE);
    ButtonType no = new ButtonType(texts.get("cancel"), ButtonData.CANCEL_CLOSE);
    Alert question = alert(owner, texts.get("block.text", person.displayName()), yes, no);
    question.getDialogPane().lookupButton(yes).getStyleClass().add("danger");
    question.setHeaderText(texts.get("block.question", person.displayName()));
    question
        .resultProperty()
        .addListener((o, was, is) -> {
          if (yes.equals(is)) {
            conversations.block(person.id(), outcome -> tell(outcome, person, owner));
          }
        });
    question.show();
  }

  private void tell(Outcome<Boolean> outcome, User person, Window owner) {
    if (outcome instanceof Outcome.Failure) {
      ButtonType close = new ButtonType(texts.get("close"), ButtonData.CANCEL_CLOSE);
      alert(owner, texts.get("block.failed", person.displayName()), close).show();
    }
  }

  private Alert alert(Window owner, String words, ButtonType... buttons) {
    Alert alert = new Alert(AlertType.NONE, words, buttons);
    alert.initOwner(owner);
    alert.setTitle(texts.get("app.name"));
    alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    return alert;
  }
}
