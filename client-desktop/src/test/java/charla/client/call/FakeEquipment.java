package charla.client.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

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

  private FakeEquipment() {}

  public static Equipment make() {
    return new Equipment(new FakeMedia(), new Devices(), new FakeRinger());
  }

  private static final class Devices implements AudioDevices {
    @Override
    public Running watch(Consumer<Found> listener) {
      listener.accept(FOUND);
      return () -> {};
    }

    @Override
    public void useMicrophone(Optional<String> id) {}

    @Override
    public void useSpeaker(Optional<String> id) {}

    @Override
    public void process(Processing processing) {}

    @Override
    public Running meter(DoubleConsumer level) {
      level.accept(0.4);
      return () -> {};
    }

    @Override
    public void testSound() {}

    @Override
    public Running trial(Consumer<Trial> step) {
      step.accept(Trial.DONE);
      return () -> {};
    }
  }
}
