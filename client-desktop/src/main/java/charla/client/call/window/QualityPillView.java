package charla.client.call.window;

import charla.client.call.CallViewModel;
import charla.client.call.CallWords;
import charla.client.call.Quality;
import charla.client.call.Verdict;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How well one hears each other, in words; what was measured stands in the tooltip. */
final class QualityPillView extends VBox {
  private final CallWords words;
  private final Label pill = new Label();
  private final Label trouble = new Label();
  private final Tooltip details = new Tooltip();
  private final BooleanProperty troubleHasRoom = new SimpleBooleanProperty(true);

  QualityPillView(CallViewModel model) {
    super(4);
    this.words = model.words();
    setAlignment(Pos.CENTER);
    pill.setId("quality");
    pill.getStyleClass().add("quality-pill");
    pill.setTooltip(details);
    trouble.getStyleClass().add("meta");
    trouble.setWrapText(true);
    trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty().and(troubleHasRoom));
    trouble.managedProperty().bind(trouble.visibleProperty());
    lay(Orientation.VERTICAL);
    model.gauge().quality().subscribe(this::refresh);
  }

  /** What is the matter stands below how good it is, or beside it. */
  void lay(Orientation orientation) {
    getChildren().clear();
    if (orientation == Orientation.VERTICAL) {
      getChildren().addAll(pill, trouble);
    } else {
      HBox line = new HBox(8, pill, trouble);
      line.setAlignment(Pos.CENTER);
      getChildren().add(line);
    }
  }

  /** Elsewhere only how good it is stands there. */
  void showTroubleWhere(ObservableValue<Boolean> hasRoom) {
    troubleHasRoom.bind(hasRoom);
  }

  private void refresh(Optional<Quality> quality) {
    pill.setVisible(quality.isPresent());
    quality.ifPresentOrElse(this::show, () -> trouble.setText(""));
  }

  private void show(Quality quality) {
    Verdict verdict = Verdict.of(quality);
    pill.setText(words.grade(verdict));
    pill.getStyleClass().removeIf(name -> name.startsWith("grade-"));
    pill.getStyleClass().add("grade-" + verdict.grade().name().toLowerCase(Locale.ROOT));
    trouble.setText(words.trouble(verdict));
    details.setText(words.details(quality));
  }
}
