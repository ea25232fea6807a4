package charla.client.settings;

import charla.client.net.Api;
import charla.client.net.Threads;
import charla.client.notice.Outcome;
import charla.client.notice.ProblemTexts;
import charla.client.ui.Field;
import charla.client.ui.PasswordInput;
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

  public AccountView(
      Texts texts, ProblemTexts words, Threads threads, Api api, Bodies.Me me, Runnable signOut) {
    super(20);
    this.texts = texts;
    this.words = words;
    this.threads = threads;
    this.api = api;
    Label username = new Label("@" + me.user().username());
    username.getStyleClass().add("muted");
    Button leave = new Button(texts.get("account.signOut"));
    leave.setId("sign-out");
    leave.getStyleClass().add("danger");
    leave.setOnAction(event -> signOut.run());
    getChildren().addAll(username, name(me), new Separator(), password(), new Separator(), leave);
  }

  private VBox name(Bodies.Me me) {
    TextField input = new TextField(me.user().displayName());
    input.setId("display-name");
    Field field = new Field(texts.get("register.displayName"), input);
    Button save = new Button(texts.get("save"));
    save.setOnAction(event ->
        ask(
            () -> {
              api.changeDisplayName(input.getText().strip());
              return true;
            },
            field,
            save));
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
    Button change = new Button(texts.get("account.changePassword"));
    change.setId("change-password");
    change.setOnAction(event ->
        ask(
            () -> {
              api.changePassword(old.getText(), fresh.getText());
              return true;
            },
            newField,
            change));
    return new VBox(12, oldField, newField, change);
  }

  /** Asks the server; what is wrong stands at the field, what went well on the button. */
  private void ask(Outcome.Attempt<Boolean> attempt, Field field, Button button) {
    button.setDisable(true);
    field.setError(null);
    threads.ask(attempt, outcome -> answered(outcome, field, button));
  }

  private void answered(Outcome<Boolean> outcome, Field field, Button button) {
    button.setDisable(false);
    switch (outcome) {
      case Outcome.Success<Boolean> ignored -> button.setText(texts.get("account.saved"));
      case Outcome.Failure<Boolean>(var problem) -> {
        field.setError(words.of(problem));
        field.focusInput();
      }
    }
  }
}
