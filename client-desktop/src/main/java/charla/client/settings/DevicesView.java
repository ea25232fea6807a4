package charla.client.settings;

import charla.client.net.Api;
import charla.client.net.Threads;
import charla.client.notice.Outcome;
import charla.client.notice.ProblemTexts;
import charla.client.ui.Texts;
import charla.protocol.Bodies;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where one is signed in, and the button that ends it there. Asks the server when it is shown. */
public final class DevicesView extends VBox {
  private final Texts texts;
  private final ProblemTexts words;
  private final Threads threads;
  private final Api api;

  public DevicesView(Texts texts, ProblemTexts words, Threads threads, Api api) {
    super(8);
    this.texts = texts;
    this.words = words;
    this.threads = threads;
    this.api = api;
    sceneProperty()
        .addListener((o, was, is) -> {
          if (is != null) {
            threads.ask(api::sessions, this::show);
          }
        });
  }

  private void show(Outcome<List<Bodies.Session>> outcome) {
    switch (outcome) {
      case Outcome.Success<List<Bodies.Session>>(var sessions) ->
          getChildren().setAll(sessions.stream().map(this::row).toList());
      case Outcome.Failure<List<Bodies.Session>>(var problem) -> {
        Label label = new Label(words.of(problem));
        label.getStyleClass().add("problem");
        label.setWrapText(true);
        getChildren().setAll(label);
      }
    }
  }

  private HBox row(Bodies.Session session) {
    Label device = new Label(session.device());
    device.getStyleClass().add("field-label");
    Label used =
        new Label(
            session.current()
                ? texts.get("devices.this")
                : texts.get("devices.lastUsed", when(session)));
    used.getStyleClass().add("meta");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(12, new VBox(2, device, used), space);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("row");
    if (!session.current()) {
      Button end = new Button(texts.get("devices.end"));
      end.setOnAction(event ->
          threads.ask(
              () -> {
                api.endSession(session.id());
                return api.sessions();
              },
              this::show));
      row.getChildren().add(end);
    }
    return row;
  }

  private String when(Bodies.Session session) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(texts.locale())
        .withZone(ZoneId.systemDefault())
        .format(session.lastUsed());
  }
}
