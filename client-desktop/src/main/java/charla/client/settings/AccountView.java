package charla.client.settings;

import charla.client.net.Api;
import charla.client.net.Threads;
import charla.client.notice.Outcome;
import charla.client.notice.ProblemTexts;
import charla.client.ui.Field;
import charla.client.ui.PasswordInput;
import charla.client.ui.SaveButton;
import charla.client.ui.Texts;
import charla.protocol.Bodies;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The own name and password, and the way out. */
public final class AccountView extends VBox {
  private final Texts texts;
  private final ProblemTexts words;
  private final Threads threads;
  private final Api api;
  private String name;

  public AccountView(
      Texts texts, ProblemTexts words, Threads threads, Api api, Bodies.Me me, Runnable signOut) {
    super(20);
    this.texts = texts;
    this.words = words;
    this.threads = threads;
    this.api = api;
    this.name = me.user().displayName();
    Label username = new Label("@" + me.user().username());
    username.getStyleClass().add("muted");
    Button leave = new Button(texts.get("account.signOut"));
    leave.setId("sign-out");
    leave.setOnAction(event -> signOut.run());
    getChildren().addAll(username, name(), new Separator(), password(), new Separator(), leave);
  }

  private VBox name() {
    TextField input = new TextField(name);
    input.setId("display-name");
    Field field = new Field(texts.get("register.displayName"), input);
    SaveButton save = new SaveButton(texts, texts.get("save"));
    save.setId("save-name");
    input
        .textProperty()
        .subscribe(text -> {
          if (text.strip().equals(name)) {
            save.rest();
          } else {
            save.offer();
          }
        });
    save.setOnAction(event -> {
      String wanted = input.getText().strip();
      ask(
          () -> {
            api.changeDisplayName(wanted);
            return true;
          },
          field,
          save,
          () -> name = wanted);
    });
    return new VBox(8, field, save);
  }

  private VBox password() {
    PasswordInput old = new PasswordInput(texts);
    old.field().setId("old-password");
    PasswordInput fresh = new PasswordInput(texts);
    fresh.field().setId("new-password");
    Field oldField = new Field(texts.get("account.oldPassword"), old.field(), old, "");
    Field newField =
        new Field(
            texts.get("account.newPassword"),
            fresh.field(),
            fresh,
            texts.get("account.newPassword.hint"));
    SaveButton change = new SaveButton(texts, texts.get("account.changePassword"));
    change.setId("change-password");
    Runnable typed =
        () -> {
          if (old.getText().isEmpty() || fresh.getText().isEmpty()) {
            change.rest();
          } else {
            change.offer();
          }
        };
    old.field().textProperty().subscribe(typed);
    fresh.field().textProperty().subscribe(typed);
    change.setOnAction(event ->
        ask(
            () -> {
              api.changePassword(old.getText(), fresh.getText());
              return true;
            },
            newField,
            change,
            () -> {
              old.clear();
              fresh.clear();
            }));
    return new VBox(12, oldField, newField, change);
  }

  /** Asks the server; what is wrong stands at the field, what went well on the button. */
  private void ask(
      Outcome.Attempt<Boolean> attempt, Field field, SaveButton button, Runnable done) {
    button.setDisable(true);
    field.setError(null);
    threads.ask(attempt, outcome -> answered(outcome, field, button, done));
  }

  private void answered(Outcome<Boolean> outcome, Field field, SaveButton button, Runnable done) {
    button.setDisable(false);
    switch (outcome) {
      case Outcome.Success<Boolean> ignored -> {
        done.run();
        button.saved();
      }
      case Outcome.Failure<Boolean>(var problem) -> {
        field.setError(words.of(problem));
        field.focusInput();
      }
    }
  }
}
