package charla.client.call.webrtc;

import charla.client.call.AudioDevices.Processing;
import charla.client.call.Media;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * WebRTC and the one thread on which all of it is done. When the sound server dies, WebRTC may wait
 * for its answer for ever, and the thread with it: then another takes the place of both.
 */
final class Rig {
  private final OneThread thread;
  private final SoundSystem sound;
  private final int losses;

  // All below belongs to the thread.
  private final Set<PeerSession> open = new LinkedHashSet<>();
  private @Nullable Studio studio;

  private volatile boolean silent;

  Rig(OneThread thread, SoundSystem sound) {
    this.thread = thread;
    this.sound = sound;
    this.losses = sound.losses();
  }

  OneThread thread() {
    return thread;
  }

  /** Whether a sound server has died under it; any thread may ask. */
  boolean isLost() {
    return losses != sound.losses();
  }

  /** Whether its calls can use the devices that there are; any thread may ask. */
  boolean reachesDevices() {
    return !isLost() && !(silent && sound.isThere());
  }

  /** Made ahead, and again where a sound server came or went since. */
  Studio studio() {
    boolean there = sound.isThere();
    Studio made = studio;
    if (made != null && (made.hasSound() == there || !open.isEmpty())) {
      return made;
    }
    if (made != null) {
      made.close();
    }
    Studio fresh = there ? Studio.withSound() : Studio.silent();
    studio = fresh;
    silent = !there;
    return fresh;
  }

  PeerSession begin(Media.Setup setup, Processing processing, Media.Listener listener) {
    PeerSession begun = new PeerSession(studio(), thread, setup, processing, listener);
    open.add(begun);
    return begun;
  }

  void process(Processing wanted) {
    open.forEach(session -> session.process(wanted));
  }

  void end(PeerSession session) {
    open.remove(session);
    session.close();
  }

  void endAll() {
    Set.copyOf(open).forEach(this::end);
    if (studio != null) {
      studio.close();
      studio = null;
    }
  }

  /** Of calls. */
  Optional<AudioDeviceModule> module() {
    return open.isEmpty() ? Optional.empty() : Optional.ofNullable(studio).map(Studio::module);
  }
}
