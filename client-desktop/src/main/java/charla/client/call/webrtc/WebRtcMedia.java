package charla.client.call.webrtc;

import charla.client.call.AudioDevices.Processing;
import charla.client.call.AudioDevices.Running;
import charla.client.call.Media;
import charla.protocol.Signal;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Audio by webrtc-java, all of it on one thread. */
final class WebRtcMedia implements Media {
  private final OneThread thread;
  private final SoundSystem sound;
  private final ChosenDevices devices;

  // All below belongs to the thread.
  private final Set<PeerSession> open = new LinkedHashSet<>();
  private Processing processing = Processing.ALL;
  private @Nullable Studio studio;

  WebRtcMedia(OneThread thread, SoundSystem sound, ChosenDevices devices) {
    this.thread = thread;
    this.sound = sound;
    this.devices = devices;
  }

  @Override
  public void prepare(Consumer<Availability> answer) {
    thread.run(() -> {
      Optional<Reason> missing = NativeLibrary.load();
      if (missing.isEmpty()) {
        studio();
      }
      answer.accept(
          missing
              .<Availability>map(Availability.Unavailable::new)
              .orElseGet(Availability.Ready::new));
    });
  }

  @Override
  public Session open(Setup setup, Listener listener) {
    OnThread session = new OnThread(devices.follow());
    thread.run(() -> session.begin(setup, listener));
    return session;
  }

  @Override
  public void close() {
    thread.run(() -> {
      Set.copyOf(open).forEach(this::end);
      if (studio != null) {
        studio.close();
        studio = null;
      }
    });
  }

  void process(Processing wanted) {
    thread.run(() -> {
      processing = wanted;
      open.forEach(session -> session.process(wanted));
    });
  }

  /** Of calls; media thread only. */
  Optional<AudioDeviceModule> module() {
    return open.isEmpty() ? Optional.empty() : Optional.ofNullable(studio).map(Studio::module);
  }

  /** Made ahead, and again where a sound server came or went since. */
  private Studio studio() {
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
    return fresh;
  }

  private void end(PeerSession session) {
    open.remove(session);
    session.close();
  }

  /** Takes every step to the thread. */
  private final class OnThread implements Session {
    private final Running following;
    private @Nullable PeerSession session;

    OnThread(Running following) {
      this.following = following;
    }

    void begin(Setup setup, Listener listener) {
      PeerSession begun = new PeerSession(studio(), thread, setup, processing, listener);
      session = begun;
      open.add(begun);
    }

    @Override
    public void offer() {
      later(PeerSession::offer);
    }

    @Override
    public void hear(Signal signal) {
      later(begun -> begun.hear(signal));
    }

    @Override
    public void restartIce() {
      later(PeerSession::restartIce);
    }

    @Override
    public void mute() {
      later(begun -> begun.mute(true));
    }

    @Override
    public void unmute() {
      later(begun -> begun.mute(false));
    }

    @Override
    public void hold() {
      later(begun -> begun.hold(true));
    }

    @Override
    public void unhold() {
      later(begun -> begun.hold(false));
    }

    @Override
    public void volume(double volume) {
      devices.volume(volume);
    }

    @Override
    public void close() {
      following.close();
      later(WebRtcMedia.this::end);
    }

    private void later(Consumer<PeerSession> step) {
      thread.run(() -> {
        if (session != null) {
          step.accept(session);
        }
      });
    }
  }
}
