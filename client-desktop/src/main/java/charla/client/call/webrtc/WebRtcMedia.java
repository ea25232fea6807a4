package charla.client.call.webrtc;

import charla.client.call.AudioDevices.Processing;
import charla.client.call.AudioDevices.Running;
import charla.client.call.Media;
import charla.protocol.Signal;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Audio by webrtc-java, all of it on one thread. */
final class WebRtcMedia implements Media {
  private final SoundSystem sound;
  private final ChosenDevices devices;
  private volatile Processing processing = Processing.ALL;

  /** Replaced under this object's lock. */
  private volatile Rig rig;

  WebRtcMedia(OneThread thread, SoundSystem sound, ChosenDevices devices) {
    this.sound = sound;
    this.devices = devices;
    this.rig = new Rig(thread, sound);
  }

  @Override
  public void prepare(Consumer<Availability> answer) {
    Rig now = rig();
    now.thread()
        .run(() -> {
          Optional<Reason> missing = NativeLibrary.load();
          if (missing.isEmpty()) {
            now.studio();
          }
          answer.accept(
              missing
                  .<Availability>map(Availability.Unavailable::new)
                  .orElseGet(Availability.Ready::new));
        });
  }

  @Override
  public Session open(Setup setup, Listener listener) {
    Rig now = rig();
    OnThread session = new OnThread(now, devices.follow(now::reachesDevices));
    session.begin(setup, listener);
    return session;
  }

  @Override
  public void close() {
    Rig now = rig;
    now.thread().run(now::endAll);
  }

  /** Nothing can be opened afterwards. */
  void end() {
    close();
    rig.thread().close();
  }

  void process(Processing wanted) {
    processing = wanted;
    Rig now = rig;
    now.thread().run(() -> now.process(wanted));
  }

  /** Of calls; media thread only. */
  Optional<AudioDeviceModule> module() {
    return rig.module();
  }

  /** For what begins now; what goes on stays where it is. */
  private synchronized Rig rig() {
    if (rig.isLost()) {
      close();
      rig.thread().leave();
      rig = new Rig(new OneThread("media"), sound);
    }
    return rig;
  }

  /** Takes every step to the thread. */
  private final class OnThread implements Session {
    private final Rig on;
    private final Running following;
    private @Nullable PeerSession session;

    OnThread(Rig on, Running following) {
      this.on = on;
      this.following = following;
    }

    void begin(Setup setup, Listener listener) {
      on.thread().run(() -> session = on.begin(setup, processing, listener));
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
    public void close() {
      following.close();
      later(on::end);
    }

    private void later(Consumer<PeerSession> step) {
      on.thread()
          .run(() -> {
            if (session != null) {
              step.accept(session);
            }
          });
    }
  }
}
