package charla.client.settings;

import charla.client.ui.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The keys in groups: at the left what they do, at the right each as it looks on the keyboard. */
public final class ShortcutsView extends VBox {
  /** Of the width, in percent. */
  private static final double NAMES = 52;

  /**
   * @param titleKey its name among the texts
   * @param shortcuts the last parts of the keys of their texts
   */
  private record Group(String titleKey, List<String> shortcuts) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group(
              "rail.chats",
              List.of(
                  "switch",
                  "search",
                  "people",
                  "nextChat",
                  "unreadChat",
                  "chat19",
                  "newest",
                  "composer")),
          new Group("calls.title", List.of("call", "accept", "decline", "hangUp", "mute")),
          new Group("shortcut.window", List.of("zones", "settings", "zoom", "quit")));

  private final Texts texts;

  public ShortcutsView(Texts texts) {
    super(24);
    this.texts = texts;
    GROUPS.forEach(group -> getChildren().add(view(group)));
  }

  private VBox view(Group group) {
    Label title = new Label(texts.get(group.titleKey()));
    title.getStyleClass().add("field-label");
    GridPane rows = new GridPane(16, 8);
    rows.getColumnConstraints().addAll(column(NAMES), column(100 - NAMES));
    for (String shortcut : group.shortcuts()) {
      Label name = new Label(texts.get("shortcut." + shortcut));
      name.setWrapText(true);
      rows.addRow(rows.getRowCount(), name, keys(texts.get("shortcut." + shortcut + ".keys")));
    }
    return new VBox(8, title, rows);
  }

  private static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }

  /**
   * @param all combinations are apart by a comma and a space, their keys by a space
   */
  private static FlowPane keys(String all) {
    FlowPane pane = new FlowPane(16, 4);
    pane.setAlignment(Pos.CENTER_LEFT);
    for (String combination : all.split(", ", -1)) {
      HBox keys = new HBox(4);
      List.of(combination.split(" ", -1)).forEach(key -> keys.getChildren().add(cap(key)));
      pane.getChildren().add(keys);
    }
    return pane;
  }

  private static Label cap(String key) {
    Label cap = new Label(key);
    cap.getStyleClass().add("key-cap");
    return cap;
  }
}
