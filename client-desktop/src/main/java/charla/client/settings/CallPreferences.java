package charla.client.settings;

import charla.client.call.AudioDevices;
import charla.protocol.UserId;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** What a person chose about calls. FX thread only. */
public final class CallPreferences {
  private final Preferences preferences;
  private final ReadOnlyBooleanWrapper pushToTalk;

  CallPreferences(Preferences preferences) {
    this.preferences = preferences;
    this.pushToTalk = new ReadOnlyBooleanWrapper(isOn("call.pushToTalk", Boolean.FALSE));
  }

  /** The microphone asked for; empty follows the system. */
  public Optional<String> microphone() {
    return preferences.read("call.microphone", id -> id);
  }

  public void setMicrophone(Optional<String> id) {
    preferences.write("call.microphone", id.orElse(""));
  }

  /** The speaker asked for; empty follows the system. */
  public Optional<String> speaker() {
    return preferences.read("call.speaker", id -> id);
  }

  public void setSpeaker(Optional<String> id) {
    preferences.write("call.speaker", id.orElse(""));
  }

  /** Where the ring and the tones come out; empty follows the system. */
  public Optional<String> ringOutput() {
    return preferences.read("call.ringOutput", id -> id);
  }

  public void setRingOutput(Optional<String> id) {
    preferences.write("call.ringOutput", id.orElse(""));
  }

  /** 0 to 1. */
  public double ringVolume() {
    return preferences
        .read("call.ringVolume", Double::valueOf)
        .filter(volume -> volume >= 0 && volume <= 1)
        .orElse(0.7);
  }

  public void setRingVolume(double volume) {
    preferences.write("call.ringVolume", Double.toString(volume));
  }

  /** How loud this person is played: 0 silent, 1 as they come, 2 twice as loud. */
  public double volume(UserId person) {
    return preferences
        .read(volumeKey(person), Double::valueOf)
        .filter(volume -> volume >= 0 && volume <= 2)
        .orElse(1.0);
  }

  public void setVolume(UserId person, double volume) {
    if (volume != volume(person)) {
      preferences.write(volumeKey(person), Double.toString(volume));
    }
  }

  public AudioDevices.Processing processing() {
    return new AudioDevices.Processing(
        isOn("call.echo", Boolean.TRUE),
        isOn("call.noise", Boolean.TRUE),
        isOn("call.gain", Boolean.TRUE));
  }

  public void setProcessing(AudioDevices.Processing processing) {
    preferences.write("call.echo", Boolean.toString(processing.echoCancellation()));
    preferences.write("call.noise", Boolean.toString(processing.noiseSuppression()));
    preferences.write("call.gain", Boolean.toString(processing.automaticGain()));
  }

  /** Muted unless a key is held. */
  public ReadOnlyBooleanProperty pushToTalkProperty() {
    return pushToTalk.getReadOnlyProperty();
  }

  public void setPushToTalk(boolean on) {
    preferences.write("call.pushToTalk", Boolean.toString(on));
    pushToTalk.set(on);
  }

  /** Whether the other one must not learn this computer's address. */
  public boolean alwaysRelay() {
    return isOn("call.alwaysRelay", Boolean.FALSE);
  }

  public void setAlwaysRelay(boolean on) {
    preferences.write("call.alwaysRelay", Boolean.toString(on));
  }

  /** Up to when missed calls were looked at. */
  public Instant seenUpTo() {
    return preferences
        .read("call.seen", text -> Instant.ofEpochMilli(Long.parseLong(text)))
        .orElse(Instant.EPOCH);
  }

  public void setSeenUpTo(Instant upTo) {
    preferences.write("call.seen", Long.toString(upTo.toEpochMilli()));
  }

  private static String volumeKey(UserId person) {
    return "call.volume." + person.value();
  }

  private boolean isOn(String key, Boolean standard) {
    return preferences.read(key, Boolean::valueOf).orElse(standard);
  }
}
