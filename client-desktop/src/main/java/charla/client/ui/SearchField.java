package charla.client.ui;

import atlantafx.base.controls.CustomTextField;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;

/** A field to search in; while it is empty the key that leads to it stands at its right. */
public final class SearchField extends CustomTextField {
  public SearchField(String prompt, KeyCombination key) {
    Label keyName = new Label(key.getDisplayText());
    keyName.getStyleClass().add("meta");
    setPromptText(prompt);
    rightProperty()
        .bind(Bindings.when(textProperty().isEmpty()).then(keyName).otherwise((Label) null));
  }
}
