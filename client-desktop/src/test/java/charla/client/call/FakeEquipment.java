package charla.client.call;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A computer with two microphones, two speakers, and no sound. */
public final class FakeEquipment {
  public static final AudioDevices.Device DESK = new AudioDevices.Device("desk", "Desk microphone");
  public static final AudioDevices.Device HEADSET = new AudioDevices.Device("headset", "Headset");
  public static final AudioDevices.Device BOX = new AudioDevices.Device("box", "Loudspeaker");

  /** What is plugged in. */
  public static final AudioDevices.Found FOUND =
      new AudioDevices.Found(
          new AudioDevices.Side(List.of(DESK, HEADSET), Optional.of(DESK)),
          new AudioDevices.Side(List.of(BOX, HEADSET), Optional.of(BOX)));

  /** A studio. */
  public static final AudioDevices.Found MANY =
      new AudioDevices.Found(
          new AudioDevices.Side(
              IntStream.rangeClosed(1, 20)
                  .mapToObj(n -> new AudioDevices.Device("in" + n, "Input " + n))
                  .toList(),
              Optional.empty()),
          FOUND.speakers());

  private FakeEquipment() {}

  public static Equipment make() {
    return with(new FakeDevices());
  }

  public static Equipment with(AudioDevices devices) {
    return new Equipment(new FakeMedia(), devices, new FakeRinger());
  }
}
