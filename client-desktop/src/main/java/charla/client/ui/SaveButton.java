package charla.client.ui;

import javafx.scene.control.Button;

/** Stands out as long as there is something to be saved, and says when it was. */
public final class SaveButton extends Button {
  private static final String STANDS_OUT = "accent";

  private final Texts texts;
  private final String word;

  public SaveButton(Texts texts, String word) {
    super(word);
    this.texts = texts;
    this.word = word;
  }

  /** There is something to be saved. */
  public void offer() {
    rest();
    setText(word);
    getStyleClass().add(STANDS_OUT);
  }

  /** There is nothing to be saved. */
  public void rest() {
    getStyleClass().remove(STANDS_OUT);
  }

  public void saved() {
    rest();
    setText(texts.get("account.saved"));
  }
}
