package charla.client.call;

import charla.client.call.AudioDevices.Device;
import charla.client.call.AudioDevices.Found;
import charla.client.call.AudioDevices.Side;
import charla.client.ui.Texts;
import java.util.Optional;

/** What a change of microphones and speakers means for somebody who talks. */
record DeviceNews(Texts texts, DeviceChoice choice) {
  /** What was in use is gone, and what is used in its place. */
  Optional<CallNotice> gone(Found before, Found now) {
    return gone("audio.microphone", before.microphones(), now.microphones())
        .or(() -> gone("audio.speaker", before.speakers(), now.speakers()))
        .map(CallNotice::of);
  }

  /** What was plugged in: used already, or offered; a headset is one offer. */
  Optional<CallNotice> appeared(Found before, Found now) {
    Optional<Device> microphone = fresh(before.microphones(), now.microphones());
    Optional<Device> speaker = fresh(before.speakers(), now.speakers());
    return microphone.or(() -> speaker).map(device -> appeared(device, microphone, speaker, now));
  }

  /** The call has lost the sound of this computer for good; the next one has it. */
  Optional<CallNotice> outOfReach(Found now, Runnable callAgain) {
    if (!now.isOutOfReach()) {
      return Optional.empty();
    }
    CallNotice.Offer offer = new CallNotice.Offer(texts.get("call.again"), callAgain);
    return Optional.of(new CallNotice(texts.get("audio.outOfReach"), Optional.of(offer)));
  }

  /** What does not work at all. */
  Optional<String> missing(Found now) {
    if (now.microphones().inUse().isEmpty() && now.speakers().inUse().isEmpty()) {
      return Optional.of(texts.get("audio.nothing"));
    }
    if (now.microphones().inUse().isEmpty()) {
      return Optional.of(texts.get("audio.noMicrophone"));
    }
    return now.speakers().inUse().isEmpty()
        ? Optional.of(texts.get("audio.noSpeaker"))
        : Optional.empty();
  }

  private CallNotice appeared(
      Device device, Optional<Device> microphone, Optional<Device> speaker, Found now) {
    if (isUsed(microphone, now.microphones()) && isUsed(speaker, now.speakers())) {
      return CallNotice.of(texts.get("audio.used", device.name()));
    }
    Runnable use =
        () -> {
          microphone.ifPresent(fresh -> choice.useMicrophone(Optional.of(fresh.id())));
          speaker.ifPresent(fresh -> choice.useSpeaker(Optional.of(fresh.id())));
        };
    return new CallNotice(
        texts.get("audio.appeared", device.name()),
        Optional.of(new CallNotice.Offer(texts.get("audio.use"), use)));
  }

  private Optional<String> gone(String key, Side before, Side now) {
    return before
        .inUse()
        .filter(used -> !now.all().contains(used))
        .map(lost ->
            now.inUse()
                .map(next -> texts.get(key + "Replaced", lost.name(), next.name()))
                .orElseGet(() -> texts.get(key + "Gone", lost.name())));
  }

  private static Optional<Device> fresh(Side before, Side now) {
    return now.all().stream().filter(device -> !before.all().contains(device)).findFirst();
  }

  private static boolean isUsed(Optional<Device> fresh, Side now) {
    return fresh.isEmpty() || now.inUse().equals(fresh);
  }
}
