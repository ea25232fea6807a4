package charla.client.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Microphones and speakers. Nothing here blocks, and any thread may call it; what comes back is
 * told on a thread of the adapter's, as values. A choice holds at once, in a call too.
 */
public interface AudioDevices {
  /** Ends what was begun. Doing so twice is the same as once. */
  interface Running extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @param id the same for one device as long as it is there, and when it comes back
   * @param name for people
   */
  record Device(String id, String name) {}

  /**
   * One kind of devices.
   *
   * @param all what is plugged in, the system's standard first
   * @param inUse what calls use now; empty when there is none
   */
  record Side(List<Device> all, Optional<Device> inUse) {
    public static final Side NONE = new Side(List.of(), Optional.empty());

    public Side {
      all = List.copyOf(all);
    }

    private Side unused() {
      return new Side(all, Optional.empty());
    }

    private boolean isOutOfReach() {
      return !all.isEmpty() && inUse.isEmpty();
    }
  }

  /** All there is. */
  record Found(Side microphones, Side speakers) {
    public static final Found NOTHING = new Found(Side.NONE, Side.NONE);

    /** What there is, for a call that can use none of it. */
    public Found outOfReach() {
      return new Found(microphones.unused(), speakers.unused());
    }

    /**
     * Whether the call that there is can use nothing of what there is: the sound server has died
     * under it. The next call can.
     */
    public boolean isOutOfReach() {
      return microphones.isOutOfReach() || speakers.isOutOfReach();
    }
  }

  /** What is done to the microphone's sound. */
  record Processing(boolean echoCancellation, boolean noiseSuppression, boolean automaticGain) {
    public static final Processing ALL = new Processing(true, true, true);
  }

  /** How far a trial has come. */
  enum Trial {
    RECORDING,
    PLAYING,
    DONE,
    /** The microphone or the speaker does not work. */
    FAILED
  }

  /**
   * Tells what there is, now and after every change: a device was plugged in or out, or chosen. One
   * that vanished has been replaced by then.
   */
  Running watch(Consumer<Found> listener);

  /**
   * @param id of one of the microphones; empty follows the system's choice. One that is not there
   *     is used as soon as it is
   */
  void useMicrophone(Optional<String> id);

  /**
   * @param id of one of the speakers; empty follows the system's choice. One that is not there is
   *     used as soon as it is
   */
  void useSpeaker(Optional<String> id);

  /**
   * @param loudness of the other one, in the call that there is and the next ones: 0 silent, 1 as
   *     sent, 2 twice as loud
   */
  void volume(double loudness);

  void process(Processing processing);

  /** Opens the microphone and tells some ten times a second how loud it is, 0 to 1. */
  Running meter(DoubleConsumer level);

  /** Plays a short sound on the speaker. */
  void testSound();

  /** Records for five seconds and plays that; tells each step until it ends. */
  Running trial(Consumer<Trial> step);
}
