package charla.client.chat.conversation;

import charla.client.chat.Blocks;
import charla.client.notice.Outcome;
import charla.client.ui.Texts;
import charla.protocol.User;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;

/** Asks before a person is blocked, and says when a change did not work. */
public final class BlockingView {
  private final Texts texts;
  private final Blocks blocks;

  public BlockingView(Texts texts, Blocks blocks) {
    this.texts = texts;
    this.blocks = blocks;
  }

  /** Blocks the person, or no longer does, as it is now. */
  public MenuItem item(User person, Window owner) {
    boolean blocked = blocks.blocks(person.id()).get();
    String name = texts.get(blocked ? "unblock.person" : "block.person", person.displayName());
    MenuItem item = new MenuItem(name);
    item.setId("block");
    item.setMnemonicParsing(false);
    item.setOnAction(event -> {
      if (blocked) {
        unblock(person, owner);
      } else {
        ask(person, owner);
      }
    });
    return item;
  }

  /** Returns at once. */
  public void unblock(User person, Window owner) {
    blocks.unblock(person.id(), outcome -> tell(outcome, "unblock.failed", person, owner));
  }

  private void ask(User person, Window owner) {
    ButtonType yes = new ButtonType(texts.get("block.yes"), ButtonData.OK_DONE);
    ButtonType no = new ButtonType(texts.get("cancel"), ButtonData.CANCEL_CLOSE);
    Alert question = alert(owner, texts.get("block.text", person.displayName()), yes, no);
    question.getDialogPane().lookupButton(yes).getStyleClass().add("danger");
    question.getDialogPane().lookupButton(yes).setId("block-yes");
    question.setHeaderText(texts.get("block.question", person.displayName()));
    question
        .resultProperty()
        .addListener((o, was, is) -> {
          if (yes.equals(is)) {
            blocks.block(person.id(), outcome -> tell(outcome, "block.failed", person, owner));
          }
        });
    question.show();
  }

  private void tell(Outcome<List<User>> outcome, String failed, User person, Window owner) {
    if (outcome instanceof Outcome.Failure) {
      ButtonType close = new ButtonType(texts.get("close"), ButtonData.CANCEL_CLOSE);
      alert(owner, texts.get(failed, person.displayName()), close).show();
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
