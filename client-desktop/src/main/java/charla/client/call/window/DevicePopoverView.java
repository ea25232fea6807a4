package charla.client.call.window;

import charla.client.call.AudioDevices;
import charla.client.ui.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** Which microphone and which speaker, how loud the other one is: every choice holds at once. */
public final class DevicePopoverView extends VBox {
  private static final double WIDTH = 300;

  /** What a choice does. */
  public interface Choices {
    void useMicrophone(Optional<String> id);

    void useSpeaker(Optional<String> id);

    void testSound();

    /**
     * @param volume of the other one, 0 to 2
     */
    void volume(double volume);
  }

  private final Texts texts;
  private final Choices choices;
  private final VBox microphones = new VBox(6);
  private final VBox speakers = new VBox(6);
  private final Popup popup = new Popup();

  public DevicePopoverView(Texts texts, Choices choices, ObservableDoubleValue own) {
    super(8);
    this.texts = texts;
    this.choices = choices;
    setId("devices");
    getStyleClass().add("device-popover");
    setPrefWidth(WIDTH);
    Button test = new Button(texts.get("audio.test"));
    test.setOnAction(event -> choices.testSound());
    getChildren()
        .addAll(
            caption("audio.microphone"),
            microphones,
            new LevelView(own, texts.get("call.own")),
            caption("audio.speaker"),
            speakers,
            test,
            caption("audio.volume"),
            volume());
    popup.setAutoHide(true);
    popup.getContent().add(this);
    show(AudioDevices.Found.NOTHING);
  }

  /** What there is now. */
  public void show(AudioDevices.Found found) {
    fill(microphones, found.microphones(), choices::useMicrophone);
    fill(speakers, found.speakers(), choices::useSpeaker);
  }

  void show(Region at, Side side) {
    Bounds place = at.localToScreen(at.getLayoutBounds());
    popup.getScene().getStylesheets().setAll(at.getScene().getStylesheets());
    double height = prefHeight(WIDTH);
    double y = side == Side.TOP ? place.getMinY() - height - 12 : place.getMaxY() + 8;
    popup.show(at, place.getMinX(), Math.max(0, y));
  }

  private void fill(VBox box, AudioDevices.Side side, Consumer<Optional<String>> use) {
    box.getChildren().clear();
    ToggleGroup group = new ToggleGroup();
    for (AudioDevices.Device device : side.all()) {
      RadioButton choice = new RadioButton(device.name());
      choice.setToggleGroup(group);
      choice.setMnemonicParsing(false);
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

  private Slider volume() {
    Slider slider = new Slider(0, 2, 1);
    slider.setId("volume");
    slider.setAccessibleText(texts.get("audio.volume"));
    DoubleConsumer set = choices::volume;
    slider.valueProperty().subscribe(value -> set.accept(value.doubleValue()));
    return slider;
  }

  private Label caption(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("field-label");
    return label;
  }
}
