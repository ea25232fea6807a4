package charla.client.session;

import charla.protocol.Fingerprint;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The six words of a fingerprint, to be compared one by one; read aloud as one. */
public final class WordsView extends GridPane {
  private static final int COLUMNS = 3;

  private WordsView(Fingerprint fingerprint) {
    super(8, 8);
    getStyleClass().add("words");
    setFocusTraversable(true);
    setAccessibleText(String.join(" ", fingerprint.words()));
  }

  /** Three beside each other. */
  public static WordsView grid(Fingerprint fingerprint) {
    WordsView view = new WordsView(fingerprint);
    for (int column = 0; column < COLUMNS; column++) {
      ColumnConstraints equal = new ColumnConstraints();
      equal.setPercentWidth(100.0 / COLUMNS);
      view.getColumnConstraints().add(equal);
    }
    List<String> words = fingerprint.words();
    for (int place = 0; place < words.size(); place++) {
      view.add(chip(words.get(place)), place % COLUMNS, place / COLUMNS);
    }
    return view;
  }

  /** One below the other and numbered, where they stand beside other words. */
  static WordsView column(Fingerprint fingerprint) {
    WordsView view = new WordsView(fingerprint);
    List<String> words = fingerprint.words();
    for (int place = 0; place < words.size(); place++) {
      Label chip = chip(words.get(place));
      setHgrow(chip, Priority.ALWAYS);
      Label number = new Label(Integer.toString(place + 1));
      number.getStyleClass().add("meta");
      view.addRow(place, number, chip);
    }
    return view;
  }

  private static Label chip(String word) {
    Label chip = new Label(word);
    chip.getStyleClass().add("word");
    chip.setMaxWidth(Double.MAX_VALUE);
    return chip;
  }
}
