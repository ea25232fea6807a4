package charla.client.call.history;

import charla.client.chat.Calling;
import charla.client.notice.ProblemTexts;
import charla.client.ui.Texts;
import charla.client.ui.Times;
import charla.protocol.User;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** All calls, to be searched, filtered, called back and deleted. */
public final class CallsView extends VBox {
  /** A row that is wider takes its button too far from its name, px. */
  static final double WIDEST = 720;

  /** So many rows fill a window. */
  private static final int A_SCREEN = 30;

  private static final int AHEAD = 10;

  private final Texts texts;
  private final CallHistory history;
  private final Calling calling;
  private final ObservableList<PastCalls> rows = FXCollections.observableArrayList();
  private final ListView<PastCalls> list = new ListView<>(rows);
  private final TextField search = new TextField();
  private final ToggleButton missedOnly = new ToggleButton();
  private final Label empty = new Label();
  private final Button find = new Button();
  private final Label report = new Label();

  /**
   * @param findPeople leads to somebody to call, where there was no call yet
   */
  public CallsView(
      Texts texts,
      ProblemTexts words,
      Times times,
      CallHistory history,
      Calling calling,
      Runnable findPeople) {
    this.texts = texts;
    this.history = history;
    this.calling = calling;
    setId("calls");
    getStyleClass().add("calls");
    Label title = new Label(texts.get("calls.title"));
    title.getStyleClass().add("title");
    search.setId("calls-search");
    search.setPromptText(texts.get("calls.search"));
    HBox chips = chips();
    BooleanBinding any = Bindings.isNotEmpty(history.calls());
    for (Node searching : List.of(search, chips)) {
      searching.visibleProperty().bind(any);
      searching.managedProperty().bind(any);
    }
    VBox top = new VBox(12, title, search, chips);
    top.getStyleClass().add("calls-top");
    top.setMaxWidth(WIDEST);
    list.getStyleClass().add("conversations");
    list.setId("calls-list");
    list.setFixedCellSize(PastCallCell.HEIGHT);
    list.setAccessibleText(texts.get("calls.title"));
    PastCallCell.Actions actions =
        new PastCallCell.Actions(
            this::call,
            calling.hindrance().map(Optional::isPresent),
            past -> history.forget(past.calls()));
    list.setCellFactory(view -> cell(new PastCallCell(texts, times, actions)));
    list.setPlaceholder(placeholder(findPeople));
    VBox.setVgrow(list, Priority.ALWAYS);
    report.setId("calls-report");
    report.getStyleClass().addAll("meta", "calls-top");
    report.managedProperty().bind(report.visibleProperty());
    report.setMaxWidth(WIDEST);
    report.setMinHeight(USE_PREF_SIZE);
    report.setVisible(false);
    getChildren().addAll(top, problem(words), list, report);
    history.calls().addListener((Observable changed) -> show());
    search.textProperty().subscribe(this::show);
    missedOnly.selectedProperty().subscribe(this::show);
    list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> showReport(is));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    show();
  }

  /** It is looked at now. */
  public void shown() {
    history.refresh();
    history.markSeen();
  }

  private void show() {
    PastCalls.Show which = missedOnly.isSelected() ? PastCalls.Show.MISSED : PastCalls.Show.ALL;
    List<PastCalls> wanted = PastCalls.of(history.calls(), history.me(), search.getText(), which);
    if (!rows.equals(wanted)) {
      rows.setAll(wanted);
    }
    if (getScene() != null) {
      history.markSeen();
    }
    if (rows.size() < A_SCREEN) {
      history.more();
    }
    sayNothing();
  }

  /** Before the end comes into view there are more. */
  private PastCallCell cell(PastCallCell cell) {
    cell.indexProperty()
        .subscribe(index -> {
          if (index.intValue() >= rows.size() - AHEAD) {
            history.more();
          }
        });
    return cell;
  }

  private VBox placeholder(Runnable findPeople) {
    empty.setId("calls-nothing");
    empty.getStyleClass().add("muted");
    empty.setWrapText(true);
    empty.setTextAlignment(TextAlignment.CENTER);
    find.setText(texts.get("list.find"));
    find.setId("calls-find");
    find.getStyleClass().add("accent");
    find.managedProperty().bind(find.visibleProperty());
    find.setOnAction(event -> findPeople.run());
    VBox box = new VBox(12, empty, find);
    box.getStyleClass().add("empty");
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private void sayNothing() {
    empty.setText(nothing());
    find.setVisible(history.calls().isEmpty() && history.problemProperty().get().isEmpty());
  }

  private String nothing() {
    if (history.problemProperty().get().isPresent()) {
      return "";
    }
    if (!search.getText().isBlank()) {
      return texts.get("calls.noMatch", search.getText());
    }
    return texts.get(missedOnly.isSelected() ? "calls.noneMissed" : "calls.none");
  }

  private void showReport(@Nullable PastCalls chosen) {
    report.setVisible(false);
    if (chosen != null) {
      history.report(
          chosen.newest().id(),
          how -> {
            report.setText(texts.get("calls.report") + "\n" + how.details(texts));
            report.setVisible(chosen.equals(list.getSelectionModel().getSelectedItem()));
          });
    }
  }

  private void call(User peer) {
    if (calling.hindrance().getValue().isEmpty()) {
      calling.call(peer);
    }
  }

  private void onKey(KeyEvent key) {
    PastCalls chosen = list.getSelectionModel().getSelectedItem();
    if (chosen == null) {
      return;
    }
    if (key.getCode() == KeyCode.DELETE) {
      history.forget(chosen.calls());
    } else if (key.getCode() == KeyCode.ENTER) {
      call(chosen.peer());
    }
  }

  private HBox chips() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton all = chip(new ToggleButton(), "calls.all", group);
    all.setSelected(true);
    chip(missedOnly, "calls.missedOnly", group);
    missedOnly.setId("calls-missed");
    // One of them is always chosen.
    group
        .selectedToggleProperty()
        .addListener((o, was, is) -> {
          if (is == null && was != null) {
            was.setSelected(true);
          }
        });
    return new HBox(8, all, missedOnly);
  }

  private ToggleButton chip(ToggleButton chip, String key, ToggleGroup group) {
    chip.setText(texts.get(key));
    chip.getStyleClass().add("chip");
    chip.setToggleGroup(group);
    return chip;
  }

  private HBox problem(ProblemTexts words) {
    Label text = new Label();
    text.setId("calls-problem");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    Button again = new Button(texts.get("calls.again"));
    again.setId("calls-again");
    again.setMinWidth(USE_PREF_SIZE);
    again.setOnAction(event -> history.refresh());
    HBox box = new HBox(12, text, again);
    box.getStyleClass().add("calls-top");
    box.setMaxWidth(WIDEST);
    box.setAlignment(Pos.CENTER_LEFT);
    box.managedProperty().bind(box.visibleProperty());
    history
        .problemProperty()
        .subscribe(problem -> {
          box.setVisible(problem.isPresent());
          problem.ifPresent(why -> text.setText(texts.get("calls.problem") + " " + words.of(why)));
          sayNothing();
        });
    return box;
  }
}
