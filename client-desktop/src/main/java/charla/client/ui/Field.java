package charla.client.ui;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A labelled input with room below it for what is wrong with it, or for a hint. */
public final class Field extends VBox {
  private final Label note = new Label();
  private final Control input;
  private final String hint;

  public Field(String label, Control input) {
    this(label, input, input, "");
  }

  /**
   * @param shown the input, or what it is wrapped in
   * @param hint stands below while nothing is wrong; may be empty
   */
  public Field(String label, Control input, Node shown, String hint) {
    super(4);
    this.input = input;
    this.hint = hint;
    getStyleClass().add("field");
    Label caption = new Label(label);
    caption.getStyleClass().add("field-label");
    caption.setLabelFor(input);
    caption.setWrapText(true);
    caption.setMinHeight(USE_PREF_SIZE);
    input.setAccessibleText(label);
    note.setWrapText(true);
    note.getStyleClass().add("field-note");
    getChildren().addAll(caption, shown, note);
    clear();
  }

  /** Says below the input what is wrong; with null the hint is back. */
  public void setError(@Nullable String error) {
    if (error == null) {
      clear();
      return;
    }
    note.setText(error);
    mark(true);
    input.setAccessibleHelp(error);
  }

  /** Puts the caret where the mistake is. */
  public void focusInput() {
    input.requestFocus();
    switch (input) {
      case TextInputControl text -> text.selectAll();
      case ComboBox<?> box -> box.getEditor().selectAll();
      default -> {}
    }
  }

  private void clear() {
    note.setText(hint);
    mark(false);
    input.setAccessibleHelp(hint);
  }

  private void mark(boolean wrong) {
    boolean shown = !note.getText().isEmpty();
    note.setVisible(shown);
    note.setManaged(shown);
    note.pseudoClassStateChanged(Pseudo.WRONG, wrong);
    input.pseudoClassStateChanged(Pseudo.WRONG, wrong);
  }
}
