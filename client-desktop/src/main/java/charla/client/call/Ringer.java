package charla.client.call;

import java.util.Optional;

/**
 * The sounds of a call apart from the voices. Nothing here blocks, any thread may call it, and
 * nothing is told: where no sound can be played there is none.
 */
public interface Ringer extends AutoCloseable {
  /** Each but the first two ends by itself. */
  enum Sound {
    /** Somebody calls: again and again, rising over three seconds. */
    RING,
    /** It rings over there: again and again. */
    RINGBACK,
    /** Answered. */
    CLICK,
    /** They hear each other. */
    CHIME,
    /** In another call, or declined: one second. */
    BUSY,
    /** Not online, not available, no path: once. */
    LOW,
    HANG_UP,
    /** The network is lost: three tones. */
    LOST,
    /** Reconnecting: two beeps. */
    RECONNECTING,
    /** One talks while muted. */
    MUTED,
    /** Somebody else calls during a call: one soft beep. */
    KNOCK
  }

  /** Plays this instead of whatever plays. */
  void play(Sound sound);

  void stop();

  /**
   * @param volume of all sounds, 0 to 1
   */
  void volume(double volume);

  /**
   * @param speakerId of one of {@link AudioDevices}; empty follows the system's choice
   */
  void output(Optional<String> speakerId);

  @Override
  void close();
}
