package charla.client.settings;

import charla.client.call.AudioDevices;
import charla.client.call.AudioDevices.Device;
import charla.client.call.Equipment;
import charla.client.call.window.LevelView;
import charla.client.ui.PercentSlider;
import charla.client.ui.Texts;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Microphone, speaker and how calls are made; every choice holds at once, in a call too. */
public final class CallSettingsView extends VBox {
  private static final double WIDTH = 496;

  /** Of a check box before its words, px. */
  private static final double BOX = 25;

  /** No device has this id. */
  private static final String AS_THE_SYSTEM = "";

  private final Texts texts;
  private final CallPreferences preferences;
  private final Equipment equipment;
  private final Executor fx;
  private final ComboBox<Device> microphones = new ComboBox<>();
  private final ComboBox<Device> speakers = new ComboBox<>();
  private final ComboBox<Device> ringOutputs = new ComboBox<>();
  private final DoubleProperty level = new SimpleDoubleProperty();
  private final Label trial = new Label();
  private final CheckBox echo;
  private final CheckBox noise;
  private final CheckBox gain;
  private Optional<Device> microphone = Optional.empty();
  private AudioDevices.Running meter = () -> {};
  private AudioDevices.Running trying = () -> {};
  private boolean filling;

  /**
   * @param fx where devices are told to this view
   */
  public CallSettingsView(
      Texts texts, CallPreferences preferences, Equipment equipment, Executor fx) {
    super(8);
    this.texts = texts;
    this.preferences = preferences;
    this.equipment = equipment;
    this.fx = fx;
    setId("call-settings");
    AudioDevices.Processing processing = preferences.processing();
    echo = processing("callSettings.echo", processing.echoCancellation());
    noise = processing("callSettings.noise", processing.noiseSuppression());
    gain = processing("callSettings.gain", processing.automaticGain());
    getChildren().addAll(devices(), speech(), habits(), ringing());
    setSpacing(24);
    setUp(microphones, "audio.microphone", this::useMicrophone);
    setUp(speakers, "audio.speaker", this::useSpeaker);
    setUp(ringOutputs, "callSettings.ringOutput", this::useRingOutput);
    sceneProperty()
        .addListener((o, was, is) -> {
          trying.close();
          listen();
        });
  }

  /** What there is now. */
  public void show(AudioDevices.Found found) {
    filling = true;
    fill(microphones, found.microphones(), preferences.microphone());
    fill(speakers, found.speakers(), preferences.speaker());
    fill(ringOutputs, found.speakers(), preferences.ringOutput());
    filling = false;
    if (!microphone.equals(found.microphones().inUse())) {
      microphone = found.microphones().inUse();
      listen();
    }
  }

  /** To the microphone that is used now, while the page is there. */
  private void listen() {
    meter.close();
    level.set(0);
    meter =
        getScene() == null || microphone.isEmpty()
            ? () -> {}
            : equipment.devices().meter(now -> fx.execute(() -> level.set(now)));
  }

  private VBox devices() {
    LevelView meterView = new LevelView(level, texts.get("callSettings.level"));
    meterView.setId("microphone-level");
    meterView.setMaxWidth(WIDTH);
    Button test = button("audio.test", "test-sound", equipment.devices()::testSound);
    Button record = button("callSettings.trial", "trial", this::tryOut);
    record.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(record, Priority.ALWAYS);
    HBox tests = new HBox(8, test, record);
    tests.setMaxWidth(WIDTH);
    trial.setId("trial-step");
    trial.getStyleClass().add("meta");
    trial.setWrapText(true);
    trial.managedProperty().bind(trial.textProperty().isNotEmpty());
    return new VBox(
        16,
        new VBox(8, caption("audio.microphone"), microphones, meterView),
        new VBox(8, caption("audio.speaker"), speakers),
        new VBox(8, tests, trial));
  }

  private VBox speech() {
    return new VBox(4, caption("callSettings.processing"), new VBox(echo, noise, gain));
  }

  private VBox habits() {
    CheckBox talk = check("callSettings.pushToTalk", preferences.pushToTalkProperty().get());
    talk.setOnAction(event -> preferences.setPushToTalk(talk.isSelected()));
    CheckBox relay = check("callSettings.relay", preferences.alwaysRelay());
    relay.setOnAction(event -> preferences.setAlwaysRelay(relay.isSelected()));
    Label hint = new Label(texts.get("callSettings.relay.hint"));
    hint.getStyleClass().add("meta");
    hint.setWrapText(true);
    hint.setMaxWidth(WIDTH);
    hint.setPadding(new Insets(0, 0, 0, BOX));
    return new VBox(talk, relay, hint);
  }

  private VBox ringing() {
    PercentSlider volume = new PercentSlider(texts, texts.get("callSettings.ringVolume"), 0, 1);
    volume.setMaxWidth(WIDTH);
    volume.slider().setValue(preferences.ringVolume());
    volume
        .slider()
        .valueProperty()
        .addListener((o, was, is) -> equipment.ringer().volume(is.doubleValue()));
    volume.onChosen(preferences::setRingVolume);
    return new VBox(
        8,
        caption("callSettings.ringVolume"),
        volume,
        caption("callSettings.ringOutput"),
        ringOutputs);
  }

  private void tryOut() {
    trying.close();
    trying = equipment.devices().trial(step -> fx.execute(() -> show(step)));
  }

  private void show(AudioDevices.Trial step) {
    trial.setText(
        switch (step) {
          case RECORDING -> texts.get("callSettings.recording");
          case PLAYING -> texts.get("callSettings.playing");
          case FAILED -> texts.get("callSettings.failed");
          case DONE -> "";
        });
  }

  private void useMicrophone(Optional<String> id) {
    preferences.setMicrophone(id);
    equipment.devices().useMicrophone(id);
  }

  private void useSpeaker(Optional<String> id) {
    preferences.setSpeaker(id);
    equipment.devices().useSpeaker(id);
  }

  private void useRingOutput(Optional<String> id) {
    preferences.setRingOutput(id);
    equipment.ringer().output(id);
  }

  private void setUp(ComboBox<Device> box, String name, Consumer<Optional<String>> use) {
    box.setAccessibleText(texts.get(name));
    box.setPrefWidth(WIDTH);
    box.setMaxWidth(Region.USE_PREF_SIZE);
    box.setPromptText(texts.get("audio.none"));
    box.setConverter(new Names());
    box.setOnAction(event -> {
      Device chosen = box.getValue();
      if (!filling && chosen != null) {
        use.accept(Optional.of(chosen.id()).filter(id -> !id.equals(AS_THE_SYSTEM)));
      }
    });
  }

  /** The first follows the system, whatever that comes to. */
  private void fill(ComboBox<Device> box, AudioDevices.Side side, Optional<String> chosen) {
    box.setDisable(side.all().isEmpty());
    if (side.all().isEmpty()) {
      box.getItems().clear();
      box.setValue(null);
      return;
    }
    String standard = side.all().getFirst().name();
    Device asTheSystem = new Device(AS_THE_SYSTEM, texts.get("audio.asTheSystem", standard));
    box.getItems().setAll(side.all());
    box.getItems().addFirst(asTheSystem);
    box.getSelectionModel()
        .select(
            side.all().stream()
                .filter(device -> chosen.equals(Optional.of(device.id())))
                .findFirst()
                .orElse(asTheSystem));
  }

  private CheckBox processing(String key, boolean on) {
    CheckBox box = check(key, on);
    box.setOnAction(event -> {
      AudioDevices.Processing now =
          new AudioDevices.Processing(echo.isSelected(), noise.isSelected(), gain.isSelected());
      preferences.setProcessing(now);
      equipment.devices().process(now);
    });
    return box;
  }

  private CheckBox check(String key, boolean on) {
    CheckBox box = new CheckBox(texts.get(key));
    box.setSelected(on);
    return box;
  }

  private Button button(String key, String id, Runnable action) {
    Button button = new Button(texts.get(key));
    button.setId(id);
    button.setOnAction(event -> action.run());
    return button;
  }

  private Label caption(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("field-label");
    return label;
  }

  /** A device by its name. */
  private static final class Names extends StringConverter<Device> {
    @Override
    public String toString(@Nullable Device device) {
      return device == null ? "" : device.name();
    }

    @Override
    public @Nullable Device fromString(String name) {
      return null;
    }
  }
}
