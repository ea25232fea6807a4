package charla.client.chat.people;

import charla.client.notice.Outcome;
import charla.client.notice.ProblemTexts;
import charla.client.ui.Avatar;
import charla.client.ui.CopyButton;
import charla.client.ui.Texts;
import charla.protocol.User;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Finds people by the beginning of their names and opens the conversation with one of them. */
public final class PeopleView extends VBox {
  private static final Duration TYPING_PAUSE = Duration.millis(200);

  private final Texts texts;
  private final ProblemTexts words;
  private final Source source;
  private final Consumer<User> open;
  private final TextField input = new TextField();
  private final ListView<User> found = new ListView<>();
  private final Label say = new Label();
  private final CopyButton inviting;
  private final PauseTransition pause = new PauseTransition(TYPING_PAUSE);

  /**
   * Who can be found.
   *
   * @param titleKey what the search is called
   * @param known those who are found at once, the best first; for no text too
   * @param find asks for people; its answer comes on the FX thread
   */
  public record Source(
      String titleKey,
      Function<String, List<User>> known,
      BiConsumer<String, Consumer<Outcome<List<User>>>> find) {}

  /**
   * @param open takes the one who was chosen
   * @param invite copies what is sent to somebody who is not here yet
   */
  public PeopleView(
      Texts texts, ProblemTexts words, Source source, Consumer<User> open, Runnable invite) {
    super(12);
    this.texts = texts;
    this.words = words;
    this.source = source;
    this.open = open;
    setId("people");
    getStyleClass().addAll("card", "people");
    Label title = new Label(texts.get(source.titleKey()));
    title.getStyleClass().add("header");
    input.setId("people-search");
    input.setPromptText(texts.get("people.prompt"));
    input.setAccessibleText(texts.get("people.prompt"));
    input.textProperty().subscribe(this::typed);
    pause.setOnFinished(event -> search());
    say.getStyleClass().add("muted");
    say.setWrapText(true);
    say.setTextAlignment(TextAlignment.CENTER);
    inviting = new CopyButton(texts.get("list.invite"), texts.get("list.invited"), invite);
    inviting.setId("people-invite");
    inviting.managedProperty().bind(inviting.visibleProperty());
    VBox nobody = new VBox(12, say, inviting);
    nobody.setAlignment(Pos.CENTER);
    found.setId("people-found");
    found.setPlaceholder(nobody);
    found.setFixedCellSize(56);
    found.setCellFactory(list -> new PersonCell());
    found.setOnMouseClicked(event -> openChosen());
    VBox.setVgrow(found, Priority.ALWAYS);
    // Before the list sees them: it keeps Enter to itself.
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    getChildren().addAll(title, input, found);
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            pause.stop();
          }
        });
    typed();
  }

  private void onKey(KeyEvent key) {
    switch (key.getCode()) {
      case ENTER -> openChosen();
      case DOWN -> {
        if (!input.isFocused()) {
          return;
        }
        found.requestFocus();
      }
      default -> {
        return;
      }
    }
    key.consume();
  }

  /** Those who are known stand there at once; the server is asked when the typing pauses. */
  private void typed() {
    String typed = text();
    show(source.known().apply(typed));
    say.setText(typed.isEmpty() ? texts.get("people.hint") : "");
    inviting.setVisible(false);
    pause.playFromStart();
  }

  private void search() {
    String typed = text();
    if (typed.isEmpty()) {
      return;
    }
    source
        .find()
        .accept(
            typed,
            outcome -> {
              if (typed.equals(text())) {
                show(typed, outcome);
              }
            });
  }

  private void show(String typed, Outcome<List<User>> outcome) {
    List<User> known = source.known().apply(typed);
    switch (outcome) {
      case Outcome.Success<List<User>>(var people) -> {
        show(Stream.concat(known.stream(), people.stream().filter(isNotAmong(known))).toList());
        say.setText(texts.get("people.nobody", typed));
        inviting.setVisible(true);
      }
      case Outcome.Failure<List<User>>(var problem) -> {
        show(known);
        say.setText(words.of(problem));
      }
    }
  }

  private void show(List<User> people) {
    found.getItems().setAll(people);
    found.getSelectionModel().selectFirst();
  }

  private static Predicate<User> isNotAmong(List<User> known) {
    return person -> known.stream().noneMatch(other -> other.id().equals(person.id()));
  }

  private String text() {
    return input.getText().strip();
  }

  private void openChosen() {
    User chosen = found.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      open.accept(chosen);
    }
  }

  private static final class PersonCell extends ListCell<User> {
    private final Avatar avatar = new Avatar(36);
    private final Label name = new Label();
    private final Label username = new Label();
    private final VBox names = new VBox(2, name, username);
    private final HBox row = new HBox(12, avatar, names);

    PersonCell() {
      names.setAlignment(Pos.CENTER_LEFT);
      row.setAlignment(Pos.CENTER_LEFT);
      name.getStyleClass().add("conversation-name");
      username.getStyleClass().add("meta");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable User user, boolean empty) {
      super.updateItem(user, empty);
      if (empty || user == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      avatar.show(user.id().value(), user.displayName());
      avatar.setOnline(user.online());
      name.setText(user.displayName());
      username.setText("@" + user.username());
      setAccessibleText(name.getText() + ", " + username.getText());
      setGraphic(row);
    }
  }
}
