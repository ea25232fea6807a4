package charla.client.call.webrtc;

import charla.client.call.AudioDevices;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the person chose, and what is used in its place as long as it is not there. Looks at the
 * system only while somebody watches or calls.
 */
final class ChosenDevices implements AudioDevices, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChosenDevices.class);

  private final SoundSystem sound;
  private final OneThread thread;
  private final Consumer<Processing> processed;
  private final Set<Consumer<Found>> watchers = new CopyOnWriteArraySet<>();
  private final Set<Running> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean unsettled = new AtomicBoolean();

  // All below belongs to the thread.
  private Optional<String> microphone = Optional.empty();
  private Optional<String> speaker = Optional.empty();
  private double volume = 1;
  private final List<BooleanSupplier> followers = new ArrayList<>();
  private @Nullable Running watching;

  /**
   * @param thread on which everything here is done
   * @param processed hears how the microphone's sound is to be treated
   */
  ChosenDevices(SoundSystem sound, OneThread thread, Consumer<Processing> processed) {
    this.sound = sound;
    this.thread = thread;
    this.processed = processed;
  }

  @Override
  public Running watch(Consumer<Found> listener) {
    watchers.add(listener);
    Running following = follow(() -> true);
    return once(() -> {
      watchers.remove(listener);
      following.close();
    });
  }

  /**
   * Leads the sound to what is chosen, from now until this is closed.
   *
   * @param reaches whether the sound can still be led there
   */
  Running follow(BooleanSupplier reaches) {
    thread.run(() -> {
      followers.add(reaches);
      if (watching == null) {
        watching = sound.watch(this::settleSoon);
      }
    });
    settleSoon();
    return once(() -> thread.run(() -> release(reaches)));
  }

  @Override
  public void useMicrophone(Optional<String> id) {
    thread.run(() -> microphone = id);
    settleSoon();
  }

  @Override
  public void useSpeaker(Optional<String> id) {
    thread.run(() -> speaker = id);
    settleSoon();
  }

  @Override
  public void volume(double loudness) {
    thread.run(() -> volume = loudness);
    settleSoon();
  }

  @Override
  public void process(Processing processing) {
    processed.accept(processing);
  }

  @Override
  public Running meter(DoubleConsumer level) {
    Meter meter = new Meter(level);
    return recording(meter::take, () -> {});
  }

  @Override
  public void testSound() {
    thread.run(() -> {
      Optional<Device> to = inUse().speakers().inUse();
      Thread.ofVirtual().name("test-sound").start(() -> play(to, Tones.TEST));
    });
  }

  @Override
  public Running trial(Consumer<Trial> step) {
    Recording recording = new Recording();
    Running microphoneOpen = recording(recording::take, () -> step.accept(Trial.FAILED));
    step.accept(Trial.RECORDING);
    recording.whenFull(() -> {
      microphoneOpen.close();
      thread.run(() -> playBack(recording, step));
    });
    return microphoneOpen;
  }

  @Override
  public void close() {
    open.forEach(Running::close);
  }

  private Running recording(Consumer<byte[]> frames, Runnable failed) {
    AtomicBoolean closed = new AtomicBoolean();
    Running[] opened = new Running[1];
    thread.run(() -> {
      if (!closed.get()) {
        try {
          opened[0] =
              sound.record(
                  inUse().microphones().inUse(),
                  frames,
                  () -> {
                    if (!closed.get()) {
                      failed.run();
                    }
                  });
          open.add(opened[0]);
        } catch (IOException e) {
          LOG.info("the microphone does not open: {}", e.getMessage());
          failed.run();
        }
      }
    });
    return () -> {
      closed.set(true);
      thread.run(() -> {
        if (opened[0] != null && open.remove(opened[0])) {
          opened[0].close();
        }
      });
    };
  }

  private void playBack(Recording recording, Consumer<Trial> step) {
    Optional<Device> to = inUse().speakers().inUse();
    step.accept(Trial.PLAYING);
    Thread.ofVirtual()
        .name("trial")
        .start(() -> step.accept(play(to, recording.sound()) ? Trial.DONE : Trial.FAILED));
  }

  private boolean play(Optional<Device> to, byte[] pcm) {
    try (SoundSystem.Playback playback = sound.play(to)) {
      playback.write(pcm);
      playback.drain();
      return true;
    } catch (IOException e) {
      LOG.info("the speaker does not play: {}", e.getMessage());
      return false;
    }
  }

  private void release(BooleanSupplier reaches) {
    followers.remove(reaches);
    if (followers.isEmpty() && watching != null) {
      watching.close();
      watching = null;
    }
    settleSoon();
  }

  /** Changes come in crowds, a stream that opens brings ten of them: one look takes in all. */
  private void settleSoon() {
    if (!unsettled.getAndSet(true)) {
      thread.run(this::settle);
    }
  }

  private void settle() {
    unsettled.set(false);
    if (followers.isEmpty()) {
      return;
    }
    Found there = inUse();
    boolean reached = followers.stream().allMatch(BooleanSupplier::getAsBoolean);
    Found found = reached ? there : there.outOfReach();
    sound.route(found.microphones().inUse(), found.speakers().inUse(), volume);
    watchers.forEach(watcher -> watcher.accept(found));
  }

  private Found inUse() {
    SoundSystem.Listed listed = sound.list();
    return new Found(side(listed.microphones(), microphone), side(listed.speakers(), speaker));
  }

  private static Side side(List<Device> all, Optional<String> chosen) {
    Optional<Device> wanted =
        chosen.flatMap(id -> all.stream().filter(device -> device.id().equals(id)).findFirst());
    return new Side(all, wanted.or(() -> all.stream().findFirst()));
  }

  private static Running once(Runnable end) {
    AtomicBoolean ended = new AtomicBoolean();
    return () -> {
      if (!ended.getAndSet(true)) {
        end.run();
      }
    };
  }
}
