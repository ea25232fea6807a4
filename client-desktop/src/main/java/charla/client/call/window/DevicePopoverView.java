package charla.client.call.window;

import charla.client.call.AudioDevices;
import charla.client.call.DeviceChoice;
import charla.client.ui.PercentSlider;
import charla.client.ui.Screens;
import charla.client.ui.Texts;
import charla.protocol.User;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/**
 * Which microphone and which speaker, how loud the other one is: every choice holds at once.
 * Whoever has many devices scrolls.
 */
public final class DevicePopoverView extends ScrollPane {
  private static final double WIDTH = 320;
  private static final double APART = 12;

  /** From the edge of the screen, with its shadow, px. */
  private static final double EDGE = 24;

  /** However little room there is, px. */
  private static final double LEAST = 240;

  /** What a choice does. */
  public interface Choices extends DeviceChoice {
    void testSound();

    /**
     * @param volume of the other one from now on, 0 to 2
     */
    void volume(double volume);

    /** This is how loud the other one is to be in the next call too. */
    void keepVolume(double volume);
  }

  private final Texts texts;
  private final Choices choices;
  private final VBox microphones = new VBox();
  private final VBox speakers = new VBox();
  private final LevelView level;
  private final Button test = new Button();
  private final Label volumeOf = new Label();
  private final PercentSlider volume;
  private final Popup popup = new Popup();

  public DevicePopoverView(Texts texts, Choices choices, ObservableDoubleValue own) {
    this.texts = texts;
    this.choices = choices;
    setId("devices");
    getStyleClass().add("device-popover");
    setPrefWidth(WIDTH);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    level = new LevelView(own, texts.get("call.own"));
    test.setText(texts.get("audio.test"));
    test.setId("devices-test");
    test.setOnAction(event -> choices.testSound());
    volumeOf.getStyleClass().add("field-label");
    volume = new PercentSlider(texts, "", 0, 2);
    volume.slider().setId("volume");
    volume.slider().valueProperty().addListener((o, was, is) -> choices.volume(is.doubleValue()));
    volume.onChosen(choices::keepVolume);
    VBox all =
        new VBox(
            20,
            new VBox(8, caption("audio.microphone"), microphones, level),
            new VBox(8, caption("audio.speaker"), speakers, test),
            new VBox(8, volumeOf, volume));
    all.getStyleClass().add("devices");
    setContent(all);
    popup.setAutoHide(true);
    popup.getContent().add(this);
    show(AudioDevices.Found.NOTHING);
  }

  /** What there is now. */
  public void show(AudioDevices.Found found) {
    fill(microphones, found.microphones(), choices::useMicrophone);
    fill(speakers, found.speakers(), choices::useSpeaker);
    level.setVisible(!found.microphones().all().isEmpty());
    level.setManaged(level.isVisible());
    test.setDisable(found.speakers().all().isEmpty());
  }

  /**
   * Somebody else is talked with.
   *
   * @param loudness how loud they are to be, 0 to 2
   */
  public void show(User peer, double loudness) {
    volumeOf.setText(texts.get("audio.volume", peer.displayName()));
    volume.slider().setAccessibleText(volumeOf.getText());
    volume.slider().setValue(loudness);
  }

  void showAbove(Region at) {
    double bottom = place(at).getMinY() - APART;
    fit(bottom - screen(at).getMinY());
    show(at, PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT, bottom);
  }

  void showBelow(Region at) {
    double top = place(at).getMaxY() + APART;
    fit(screen(at).getMaxY() - top);
    show(at, PopupWindow.AnchorLocation.CONTENT_TOP_LEFT, top);
  }

  private void fit(double room) {
    setMaxHeight(Math.max(LEAST, room - EDGE));
  }

  private static Bounds place(Region at) {
    return at.localToScreen(at.getLayoutBounds());
  }

  private static Rectangle2D screen(Region at) {
    return Screens.at(place(at).getCenterX(), place(at).getCenterY());
  }

  private void show(Region at, PopupWindow.AnchorLocation edge, double y) {
    popup.getScene().getStylesheets().setAll(at.getScene().getStylesheets());
    popup.setAnchorLocation(edge);
    popup.show(at, place(at).getCenterX() - WIDTH / 2, y);
  }

  private void fill(VBox box, AudioDevices.Side side, Consumer<Optional<String>> use) {
    box.getChildren().clear();
    ToggleGroup group = new ToggleGroup();
    for (AudioDevices.Device device : side.all()) {
      RadioButton choice = new RadioButton(device.name());
      choice.setToggleGroup(group);
      choice.setMnemonicParsing(false);
      choice.setWrapText(true);
      choice.setSelected(side.inUse().equals(Optional.of(device)));
      choice.setOnAction(event -> use.accept(Optional.of(device.id())));
      box.getChildren().add(choice);
    }
    if (side.all().isEmpty()) {
      Label none = new Label(texts.get("audio.none"));
      none.getStyleClass().add("muted");
      box.getChildren().add(none);
    }
  }

  private Label caption(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("field-label");
    return label;
  }
}
