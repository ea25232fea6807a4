package charla.client.session;

import charla.client.session.WelcomeInputs.Input;
import charla.client.ui.Field;
import charla.client.ui.PasswordInput;
import charla.client.ui.Texts;
import charla.protocol.ServerInfo.Registration;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The form that makes an account: invite where the server wants one, names, password twice. */
final class RegisterView extends FormView {
  RegisterView(Texts texts, WelcomeViewModel model) {
    super(model);
    setId("register");
    Label title = new Label(texts.get("register.title"));
    title.getStyleClass().add("title");
    TextField invite = text("invite", model.inputs().value(Input.INVITE));
    TextField username = text("username", model.inputs().value(Input.USERNAME));
    TextField displayName = text("display-name", model.inputs().value(Input.DISPLAY_NAME));
    username
        .focusedProperty()
        .addListener((o, was, is) -> {
          if (!is) {
            model.usernameEntered();
          }
        });
    PasswordInput password = password("password", texts, model.inputs().value(Input.PASSWORD));
    PasswordInput again = password("again", texts, model.inputs().value(Input.AGAIN));

    Field inviteField = new Field(texts.get("register.invite"), invite);
    inviteField
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.registration().get() == Registration.INVITE, model.registration()));
    inviteField.managedProperty().bind(inviteField.visibleProperty());
    Field usernameField =
        new Field(
            texts.get("register.username"),
            username,
            username,
            texts.get("register.username.hint"));
    Field nameField =
        new Field(
            texts.get("register.displayName"),
            displayName,
            displayName,
            texts.get("register.displayName.hint"));
    Field passwordField =
        new Field(
            texts.get("register.password"),
            password.field(),
            new VBox(4, password, strengthBar(texts, model)),
            texts.get("register.password.hint"));
    Field againField = new Field(texts.get("register.again"), again.field(), again, "");
    showErrors(Input.INVITE, inviteField);
    showErrors(Input.USERNAME, usernameField);
    showErrors(Input.DISPLAY_NAME, nameField);
    showErrors(Input.PASSWORD, passwordField);
    showErrors(Input.AGAIN, againField);

    Button submit = submit(texts.get("register.submit"), texts.get("register.busy"));
    Hyperlink signIn = new Hyperlink(texts.get("register.toSignIn"));
    signIn.setOnAction(event -> model.toSignIn());
    getChildren()
        .addAll(
            title,
            general(),
            notice(model),
            inviteField,
            usernameField,
            nameField,
            passwordField,
            againField,
            submit,
            signIn);
  }

  private static TextField text(String id, StringProperty value) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private static PasswordInput password(String id, Texts texts, StringProperty value) {
    PasswordInput input = new PasswordInput(texts);
    input.field().setId(id);
    input.field().textProperty().bindBidirectional(value);
    return input;
  }

  /** Who registers first becomes administrator; a name that is free says so here too. */
  private static Label notice(WelcomeViewModel model) {
    Label notice = new Label();
    notice.getStyleClass().add("muted");
    notice.setWrapText(true);
    notice.textProperty().bind(model.notice());
    notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
    notice.managedProperty().bind(notice.visibleProperty());
    notice.setMinHeight(Region.USE_PREF_SIZE);
    return notice;
  }

  /** Four steps, coloured and in words: never by colour alone. */
  private static VBox strengthBar(Texts texts, WelcomeViewModel model) {
    Region bar = new Region();
    bar.getStyleClass().add("strength-bar");
    Label reason = new Label();
    reason.getStyleClass().add("meta");
    VBox box = new VBox(4, bar, reason);
    box.visibleProperty().bind(model.inputs().value(Input.PASSWORD).isNotEmpty());
    box.managedProperty().bind(box.visibleProperty());
    PasswordStrength strength = new PasswordStrength();
    WelcomeInputs inputs = model.inputs();
    inputs
        .value(Input.PASSWORD)
        .subscribe(typed -> {
          PasswordStrength.Estimate estimate =
              strength.of(
                  typed, List.of(inputs.text(Input.USERNAME), inputs.text(Input.DISPLAY_NAME)));
          bar.getStyleClass().removeIf(c -> c.matches("strength-\\d"));
          bar.getStyleClass().add("strength-" + estimate.score());
          bar.maxWidthProperty().bind(box.widthProperty().multiply((estimate.score() + 1) / 5.0));
          reason.setText(texts.get(estimate.reasonKey()));
        });
    return box;
  }
}
