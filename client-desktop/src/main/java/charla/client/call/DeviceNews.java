package charla.client.call;

import charla.client.ui.Texts;
import java.util.Optional;

/** What a change of microphones and speakers means for somebody who talks. Pure. */
record DeviceNews(Texts texts) {
  /** In words; empty when it is nothing that one has to know. */
  Optional<String> of(AudioDevices.Found before, AudioDevices.Found now) {
    return side("audio.microphone", before.microphones(), now.microphones())
        .or(() -> side("audio.speaker", before.speakers(), now.speakers()))
        .or(() -> appeared(before.microphones(), now.microphones()))
        .or(() -> appeared(before.speakers(), now.speakers()));
  }

  /** What does not work at all. */
  Optional<String> missing(AudioDevices.Found now) {
    if (now.microphones().inUse().isEmpty()) {
      return Optional.of(texts.get("audio.noMicrophone"));
    }
    return now.speakers().inUse().isEmpty()
        ? Optional.of(texts.get("audio.noSpeaker"))
        : Optional.empty();
  }

  private Optional<String> side(String key, AudioDevices.Side before, AudioDevices.Side now) {
    return before
        .inUse()
        .filter(used -> !now.all().contains(used))
        .map(gone ->
            now.inUse()
                .map(next -> texts.get(key + "Replaced", gone.name(), next.name()))
                .orElseGet(() -> texts.get(key + "Gone", gone.name())));
  }

  private Optional<String> appeared(AudioDevices.Side before, AudioDevices.Side now) {
    return now.all().stream()
        .filter(device -> !before.all().contains(device))
        .findFirst()
        .map(device -> texts.get("audio.appeared", device.name()));
  }
}
