package charla.client.chat.conversation;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A card that says something and offers answers; the keyboard begins at the first of them. */
final class QuestionView extends VBox {
  private static final double WIDTH = 420;

  QuestionView(String title, String words, Button... answers) {
    super(12);
    setId("question");
    getStyleClass().addAll("card", "question");
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    Label header = wrapped(title);
    header.getStyleClass().add("header");
    HBox buttons = new HBox(8, answers);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(header, wrapped(words), buttons);
  }

  private static Label wrapped(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
