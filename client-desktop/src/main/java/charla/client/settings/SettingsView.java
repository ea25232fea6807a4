package charla.client.settings;

import charla.client.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** All that can be chosen, a page each, with their names at the left. */
public final class SettingsView extends BorderPane {
  /**
   * One page.
   *
   * @param titleKey its name among the texts
   * @param content made when the page is first looked at
   */
  public record Page(String titleKey, Supplier<Node> content) {}

  private final Map<Page, Node> seen = new HashMap<>();
  private final ListView<Page> names;

  public SettingsView(Texts texts, List<Page> pages) {
    getStyleClass().add("settings");
    setId("settings");
    names = new ListView<>(FXCollections.observableArrayList(pages));
    names.setId("settings-pages");
    names.getStyleClass().add("settings-names");
    names.setAccessibleText(texts.get("settings.title"));
    names.setPrefWidth(220);
    names.setCellFactory(list -> new NameCell(texts));
    names.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> show(texts, is));
    Label title = new Label(texts.get("settings.title"));
    title.getStyleClass().addAll("title", "settings-title");
    VBox left = new VBox(title, names);
    left.getStyleClass().add("settings-left");
    VBox.setVgrow(names, javafx.scene.layout.Priority.ALWAYS);
    setLeft(left);
    names.getSelectionModel().selectFirst();
  }

  private void show(Texts texts, Page page) {
    Label title = new Label(texts.get(page.titleKey()));
    title.getStyleClass().add("header");
    VBox box = new VBox(16, title, seen.computeIfAbsent(page, p -> p.content().get()));
    box.getStyleClass().add("settings-page");
    box.setMaxWidth(560);
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    setCenter(scroll);
  }

  private static final class NameCell extends ListCell<Page> {
    private final Texts texts;

    NameCell(Texts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(Page page, boolean empty) {
      super.updateItem(page, empty);
      setText(empty || page == null ? null : texts.get(page.titleKey()));
    }
  }
}
