package charla.client.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Remembers what was asked of it. */
public final class FakeDevices implements AudioDevices {
  private final List<String> asked = new ArrayList<>();
  private volatile double loudness;
  private Trial trial = Trial.FAILED;

  /** Whoever tries how they sound comes so far. */
  public FakeDevices comesTo(Trial step) {
    trial = step;
    return this;
  }

  /** What was asked, in words. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public Running watch(Consumer<Found> listener) {
    listener.accept(FakeEquipment.FOUND);
    return () -> {};
  }

  @Override
  public void useMicrophone(Optional<String> id) {
    asked.add("microphone " + id.orElse("as the system"));
  }

  @Override
  public void useSpeaker(Optional<String> id) {
    asked.add("speaker " + id.orElse("as the system"));
  }

  /** Of the other one. */
  public double loudness() {
    return loudness;
  }

  @Override
  public void volume(double now) {
    loudness = now;
  }

  @Override
  public void process(Processing processing) {
    asked.add("echo cancellation " + processing.echoCancellation());
  }

  @Override
  public Running meter(DoubleConsumer level) {
    level.accept(0.4);
    return () -> asked.add("meter closed");
  }

  @Override
  public void testSound() {
    asked.add("test sound");
  }

  @Override
  public Running trial(Consumer<Trial> step) {
    step.accept(trial);
    return () -> {};
  }
}
