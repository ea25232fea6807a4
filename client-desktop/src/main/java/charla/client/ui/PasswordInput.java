package charla.client.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** A password field with an eye that shows what was typed, and a word when Caps Lock is on. */
public final class PasswordInput extends VBox {
  private final PasswordField hidden = new PasswordField();
  private final TextField plain = new TextField();
  private final Label capsLock = new Label();

  public PasswordInput(Texts texts) {
    super(4);
    ToggleButton eye = new ToggleButton(null, Icons.of(BootstrapIcons.EYE));
    eye.getStyleClass().addAll("icon-button", "flat", "password-eye");
    eye.setAccessibleText(texts.get("password.reveal"));
    eye.setTooltip(new Tooltip(texts.get("password.reveal")));
    eye.setFocusTraversable(false);
    plain.textProperty().bindBidirectional(hidden.textProperty());
    plain.visibleProperty().bind(eye.selectedProperty());
    hidden.visibleProperty().bind(eye.selectedProperty().not());
    plain.getStyleClass().add("password-field");
    StackPane stack = new StackPane(hidden, plain, eye);
    StackPane.setAlignment(eye, Pos.CENTER_RIGHT);
    capsLock.setText(texts.get("password.capsLock"));
    capsLock.getStyleClass().addAll("field-note", "warning-text");
    showCapsLock();
    setOnKeyReleased(event -> showCapsLock());
    focusWithinProperty().addListener((o, was, is) -> showCapsLock());
    getChildren().addAll(stack, capsLock);
  }

  /** The field that labels and errors belong to. */
  public PasswordField field() {
    return hidden;
  }

  public String getText() {
    return hidden.getText();
  }

  public void clear() {
    hidden.clear();
  }

  private void showCapsLock() {
    boolean on =
        isFocusWithin() && javafx.application.Platform.isKeyLocked(KeyCode.CAPS).orElse(false);
    capsLock.setVisible(on);
    capsLock.setManaged(on);
  }
}
