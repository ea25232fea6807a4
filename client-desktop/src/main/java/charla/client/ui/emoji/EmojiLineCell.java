package charla.client.ui.emoji;

import charla.client.ui.Pseudo;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/** A row of the picker's grid. */
final class EmojiLineCell extends ListCell<EmojiGrid.Line> {
  private static final double SIZE = 26;

  private final EmojiPicker picker;

  EmojiLineCell(EmojiPicker picker) {
    this.picker = picker;
    getStyleClass().add("emoji-line");
  }

  @Override
  protected void updateItem(EmojiGrid.Line line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      return;
    }
    setGraphic(
        switch (line) {
          case EmojiGrid.Line.Title(String words) -> title(words);
          case EmojiGrid.Line.Row(List<Emoji> emoji) -> row(emoji);
        });
  }

  private static Label title(String words) {
    Label title = new Label(words);
    title.getStyleClass().addAll("meta", "emoji-title");
    return title;
  }

  private HBox row(List<Emoji> emoji) {
    List<Button> buttons = new ArrayList<>();
    emoji.forEach(e -> buttons.add(button(e)));
    HBox row = new HBox();
    row.getChildren().addAll(buttons);
    return row;
  }

  private Button button(Emoji emoji) {
    Button button = new Button(null, picker.sheet().picture(emoji, SIZE));
    button.getStyleClass().addAll("flat", "emoji-button");
    button.setFocusTraversable(false);
    button.setAccessibleText(picker.nameOf(emoji));
    button.pseudoClassStateChanged(Pseudo.CURRENT, picker.isCurrent(emoji));
    button.setOnAction(event -> picker.picked(emoji));
    button.setOnMouseEntered(event -> picker.hover(emoji));
    return button;
  }
}
