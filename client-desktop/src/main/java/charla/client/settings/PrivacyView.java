package charla.client.settings;

import charla.client.chat.Blocks;
import charla.client.notice.Outcome;
import charla.client.notice.ProblemTexts;
import charla.client.ui.Avatar;
import charla.client.ui.Texts;
import charla.protocol.User;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whom one blocks, and the button that ends it. Asks the server when it is shown. */
public final class PrivacyView extends VBox {
  private static final double AVATAR = 36;

  private final Texts texts;
  private final ProblemTexts words;
  private final Blocks blocks;
  private final VBox rows = new VBox();
  private final Label wrong = new Label();

  public PrivacyView(Texts texts, ProblemTexts words, Blocks blocks) {
    super(8);
    this.texts = texts;
    this.words = words;
    this.blocks = blocks;
    Label title = new Label(texts.get("privacy.blocked"));
    title.getStyleClass().add("field-label");
    Label hint = new Label(texts.get("privacy.blocked.hint"));
    hint.getStyleClass().add("meta");
    hint.setWrapText(true);
    wrong.getStyleClass().add("problem");
    wrong.setWrapText(true);
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
    getChildren().addAll(title, hint, rows, wrong);
    blocks.people().addListener((ListChangeListener<User>) change -> show());
    show();
    sceneProperty()
        .addListener((o, was, is) -> {
          if (is != null) {
            blocks.refresh();
          }
        });
  }

  private void show() {
    List<User> people = blocks.people();
    rows.getChildren().setAll(people.stream().map(this::row).toList());
    if (people.isEmpty()) {
      rows.getChildren().add(nobody());
    }
  }

  private Node nobody() {
    Label label = new Label(texts.get("privacy.blocked.nobody"));
    label.getStyleClass().add("muted");
    return label;
  }

  private Node row(User person) {
    Avatar avatar = new Avatar(AVATAR);
    avatar.show(person.id().value(), person.displayName());
    Label name = new Label(person.displayName());
    Label username = new Label("@" + person.username());
    username.getStyleClass().add("meta");
    VBox names = new VBox(2, name, username);
    names.setMinWidth(0);
    HBox.setHgrow(names, Priority.ALWAYS);
    Button end = new Button(texts.get("unblock.yes"));
    end.setMinWidth(Region.USE_PREF_SIZE);
    end.setAccessibleText(texts.get("unblock.person", person.displayName()));
    end.setOnAction(event -> {
      end.setDisable(true);
      blocks.unblock(person.id(), outcome -> answered(outcome, end));
    });
    HBox row = new HBox(12, avatar, names, end);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("row");
    return row;
  }

  private void answered(Outcome<List<User>> outcome, Button end) {
    end.setDisable(false);
    wrong.setText(outcome instanceof Outcome.Failure<List<User>>(var why) ? words.of(why) : "");
  }
}
