package charla.client.call.window;

import charla.client.call.CallReport;
import charla.client.call.CallState;
import charla.client.call.CallViewModel;
import charla.client.call.Over;
import charla.client.call.Talking;
import charla.client.ui.Icons;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/**
 * What changes during a call: how well one hears each other, what one should know, how loud one is;
 * and at its end how it was. It keeps its room, so that nothing above it moves.
 */
final class NewsView extends VBox {
  private static final double ROOM = 104;
  private static final double METER = 140;

  private final CallViewModel model;
  private final Texts texts;
  private final QualityPillView quality;
  private final NoticeView notice;
  private final HBox level;
  private final Label report = new Label();
  private boolean low;

  NewsView(Texts texts, CallViewModel model) {
    super(8);
    this.texts = texts;
    this.model = model;
    setAlignment(Pos.TOP_CENTER);
    quality = new QualityPillView(model);
    notice = new NoticeView(model);
    LevelView meter = new LevelView(model.gauge().own(), texts.get("call.own"));
    meter.setMinWidth(METER);
    model.mutedProperty().subscribe(on -> meter.pseudoClassStateChanged(Pseudo.CURRENT, on));
    level = new HBox(6, Icons.of(BootstrapIcons.MIC), meter);
    level.getStyleClass().add("own-level");
    level.setAlignment(Pos.CENTER);
    report.getStyleClass().addAll("meta", "call-report");
    report.setWrapText(true);
    getChildren().addAll(quality, notice, level, report);
    getChildren().forEach(part -> part.managedProperty().bind(part.visibleProperty()));
    model.stateProperty().subscribe(this::arrange);
    model.noticeProperty().subscribe(this::arrange);
    model.gauge().quality().subscribe(this::arrange);
    model.microphoneProperty().subscribe(this::arrange);
    model.reportProperty().subscribe(this::show);
    fit(Room.NEWS);
  }

  /** Where there is little room what one should know stands alone, and the quality on one line. */
  void fit(Room room) {
    low = !room.has(Room.NEWS);
    setMinHeight(low ? 0 : ROOM);
    setSpacing(low ? 6 : 8);
    notice.pseudoClassStateChanged(Pseudo.LOW, low);
    quality.lay(low ? Orientation.HORIZONTAL : Orientation.VERTICAL);
    arrange();
  }

  private void arrange() {
    CallState state = model.stateProperty().get();
    boolean heard = state instanceof Talking talking && talking.isHeard();
    boolean alone = !(low && model.noticeProperty().get().isPresent());
    quality.setVisible(heard && alone);
    level.setVisible(heard && alone && model.microphoneProperty().get());
    report.setVisible(state instanceof Over && model.reportProperty().get().isPresent());
  }

  private void show(Optional<CallReport> how) {
    how.ifPresent(known -> report.setText(known.words(texts)));
    arrange();
  }
}
