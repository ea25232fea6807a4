package charla.client.chat.conversation;

import charla.client.chat.Blocks;
import charla.client.chat.OverlayView;
import charla.client.notice.Outcome;
import charla.client.ui.Texts;
import charla.protocol.User;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;

/** Asks before a person is blocked, and says when a change did not work. */
public final class BlockingView {
  private final Texts texts;
  private final Blocks blocks;
  private final OverlayView overlay;

  public BlockingView(Texts texts, Blocks blocks, OverlayView overlay) {
    this.texts = texts;
    this.blocks = blocks;
    this.overlay = overlay;
  }

  /** Blocks the person, or no longer does, as it is now. */
  public MenuItem item(User person) {
    boolean blocked = blocks.blocks(person.id()).get();
    String name = texts.get(blocked ? "unblock.person" : "block.person", person.displayName());
    MenuItem item = new MenuItem(name);
    item.setId("block");
    item.setMnemonicParsing(false);
    item.setOnAction(event -> {
      if (blocked) {
        unblock(person);
      } else {
        ask(person);
      }
    });
    return item;
  }

  /** Returns at once. */
  public void unblock(User person) {
    blocks.unblock(person.id(), outcome -> tell(outcome, "unblock.failed", person));
  }

  /** The answer that changes nothing is the first one. */
  private void ask(User person) {
    Button yes = answer("block.yes", () -> block(person));
    yes.setId("block-yes");
    yes.getStyleClass().add("danger");
    String title = texts.get("block.question", person.displayName());
    overlay.show(new QuestionView(title, texts.get("block.text"), answer("cancel", () -> {}), yes));
  }

  private void block(User person) {
    blocks.block(person.id(), outcome -> tell(outcome, "block.failed", person));
  }

  private void tell(Outcome<List<User>> outcome, String failed, User person) {
    if (outcome instanceof Outcome.Failure) {
      String title = texts.get(failed, person.displayName());
      overlay.show(new QuestionView(title, texts.get("block.again"), answer("close", () -> {})));
    }
  }

  /** Closes the card, whatever else it does. */
  private Button answer(String key, Runnable action) {
    Button button = new Button(texts.get(key));
    button.setOnAction(event -> {
      overlay.close();
      action.run();
    });
    return button;
  }
}
