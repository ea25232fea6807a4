package charla.client.session;

import charla.client.ui.Field;
import charla.client.ui.Icons;
import charla.client.ui.Texts;
import charla.protocol.Fingerprint;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/**
 * Asks whether a server is the right one: at the first meeting calmly, with its words to compare;
 * when its certificate changed as a full stop, where going on needs the new first word typed.
 */
public final class TrustView extends VBox {
  private TrustView(String styleClass) {
    super(16);
    getStyleClass().addAll("trust", styleClass);
  }

  /**
   * @param presented the CA that the server showed
   */
  public static TrustView firstMeeting(
      Texts texts, String host, Fingerprint presented, Runnable trust, Runnable cancel) {
    TrustView view = new TrustView("first-meeting");
    Button yes = new Button(texts.get("trust.yes"));
    yes.setId("trust");
    yes.getStyleClass().add("accent");
    yes.setOnAction(event -> trust.run());
    view.getChildren()
        .addAll(
            heading(texts.get("trust.first.title"), BootstrapIcons.SHIELD),
            wrapped(texts.get("trust.first.text", host)),
            WordsView.grid(presented),
            fingerprint(presented),
            wrapped(texts.get("trust.first.compare")),
            buttons(cancelButton(texts, cancel), yes));
    return view;
  }

  /**
   * @param known the CA that was trusted until now
   * @param presented the one the server shows instead
   */
  public static TrustView changed(
      Texts texts,
      String host,
      Fingerprint known,
      Fingerprint presented,
      Runnable trust,
      Runnable cancel) {
    TrustView view = new TrustView("changed-certificate");
    TextField typed = new TextField();
    typed.setId("first-word");
    Button yes = new Button(texts.get("trust.changed.yes"));
    yes.setId("trust");
    yes.getStyleClass().add("danger");
    yes.setOnAction(event -> trust.run());
    String firstWord = presented.words().getFirst();
    yes.disableProperty()
        .bind(typed.textProperty().map(t -> !t.strip().equalsIgnoreCase(firstWord)));
    VBox now = new VBox(8, caption(texts.get("trust.changed.now")), WordsView.column(presented));
    now.getStyleClass().add("presented");
    VBox before = new VBox(8, caption(texts.get("trust.changed.known")), WordsView.column(known));
    HBox sideBySide = new HBox(24, before, now);
    for (VBox column : List.of(before, now)) {
      HBox.setHgrow(column, Priority.ALWAYS);
      column.setPrefWidth(0);
    }
    view.getChildren()
        .addAll(
            heading(texts.get("trust.changed.title"), BootstrapIcons.EXCLAMATION_OCTAGON),
            wrapped(texts.get("trust.changed.text", host)),
            sideBySide,
            new Field(texts.get("trust.changed.type"), typed),
            buttons(cancelButton(texts, cancel), yes));
    return view;
  }

  private static Node heading(String text, BootstrapIcons ikon) {
    Label label = new Label(text, Icons.of(ikon));
    label.getStyleClass().add("header");
    label.setWrapText(true);
    return label;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static Label caption(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("meta");
    return label;
  }

  private static Node fingerprint(Fingerprint fingerprint) {
    Label label = new Label("SHA-256 " + fingerprint.shortForm());
    label.getStyleClass().addAll("meta", "mono");
    return label;
  }

  private static Button cancelButton(Texts texts, Runnable cancel) {
    Button button = new Button(texts.get("cancel"));
    button.setCancelButton(true);
    button.setOnAction(event -> cancel.run());
    return button;
  }

  private static Node buttons(Button... buttons) {
    HBox row = new HBox(8, buttons);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }
}
