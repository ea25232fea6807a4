package charla.client.call;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** What this computer has to call with. */
public record Equipment(Media media, AudioDevices devices, Ringer ringer) {
  /** A system without a library for calls: it chats, and says why it does not call. */
  public static Equipment none() {
    return new Equipment(new NoMedia(), new NoDevices(), new NoSound());
  }

  private static final class NoMedia implements Media {
    @Override
    public void prepare(Consumer<Availability> answer) {
      answer.accept(new Availability.Unavailable(Reason.SYSTEM_NOT_SUPPORTED));
    }

    @Override
    public Session open(Setup setup, Listener listener) {
      throw new IllegalStateException("there are no calls");
    }

    @Override
    public void close() {}
  }

  private static final class NoDevices implements AudioDevices {
    @Override
    public Running watch(Consumer<Found> listener) {
      listener.accept(Found.NOTHING);
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
      return () -> {};
    }

    @Override
    public void testSound() {}

    @Override
    public Running trial(Consumer<Trial> step) {
      step.accept(Trial.FAILED);
      return () -> {};
    }
  }

  private static final class NoSound implements Ringer {
    @Override
    public void play(Sound sound) {}

    @Override
    public void stop() {}

    @Override
    public void volume(double volume) {}

    @Override
    public void output(Optional<String> speakerId) {}

    @Override
    public void close() {}
  }
}
