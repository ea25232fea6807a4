package charla.client.session;

import charla.client.session.WelcomeInputs.Input;
import charla.client.ui.Field;
import charla.client.ui.PasswordInput;
import charla.client.ui.Texts;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.FlowPane;

/** The form to sign in with: server, name, password. */
final class SignInView extends FormView {
  SignInView(Texts texts, WelcomeViewModel model, List<String> recentServers) {
    super(model);
    setId("sign-in");
    Label title = new Label(texts.get("signIn.title"));
    title.getStyleClass().add("title");
    TextField username = new TextField();
    username.setId("username");
    username.textProperty().bindBidirectional(model.inputs().value(Input.USERNAME));
    PasswordInput password = new PasswordInput(texts);
    password.field().setId("password");
    password.field().textProperty().bindBidirectional(model.inputs().value(Input.PASSWORD));
    CheckBox stay = new CheckBox(texts.get("signIn.stay"));
    stay.setId("stay");
    stay.selectedProperty().bindBidirectional(model.inputs().staySignedIn());

    Field usernameField = new Field(texts.get("signIn.username"), username);
    Field passwordField = new Field(texts.get("signIn.password"), password.field(), password, "");
    showErrors(Input.USERNAME, usernameField);
    showErrors(Input.PASSWORD, passwordField);

    Button submit = submit(texts.get("signIn.submit"), texts.get("signIn.busy"));
    Hyperlink register = new Hyperlink(texts.get("signIn.toRegister"));
    register.setId("to-register");
    register.setOnAction(event -> model.toRegister());
    Hyperlink invited = new Hyperlink(texts.get("signIn.invited"));
    invited.setId("invited");
    invited.setOnAction(event ->
        model.takeInvite(
            Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "")));
    FlowPane links = new FlowPane(16, 4, register, invited);
    getChildren()
        .addAll(
            title,
            general(),
            serverField(texts, model, recentServers),
            usernameField,
            passwordField,
            stay,
            submit,
            links);
  }

  /** The server's address, with those used before to choose from; an invite link fits too. */
  private Node serverField(Texts texts, WelcomeViewModel model, List<String> recentServers) {
    ComboBox<String> server = new ComboBox<>(FXCollections.observableArrayList(recentServers));
    server.setId("server");
    server.setEditable(true);
    server.setMaxWidth(Double.MAX_VALUE);
    server.getEditor().textProperty().bindBidirectional(model.inputs().value(Input.SERVER));
    Field field =
        new Field(texts.get("signIn.server"), server, server, texts.get("signIn.server.hint"));
    showErrors(Input.SERVER, field);
    return field;
  }
}
