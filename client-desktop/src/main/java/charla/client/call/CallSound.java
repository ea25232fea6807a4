package charla.client.call;

import charla.protocol.CallId;
import charla.protocol.Signal;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that is heard of a call: the voices and the tones. FX thread only. */
final class CallSound implements AutoCloseable {
  private final CallEngine.Surroundings surroundings;
  private final Executor fx;
  private final Consumer<CallEvent> events;
  private final Gauge gauge = new Gauge();
  private Media.@Nullable Session session;

  /**
   * @param fx where {@code events} is told
   */
  CallSound(CallEngine.Surroundings surroundings, Executor fx, Consumer<CallEvent> events) {
    this.surroundings = surroundings;
    this.fx = fx;
    this.events = events;
  }

  Gauge gauge() {
    return gauge;
  }

  void play(Ringer.Sound tone) {
    surroundings.ringer().play(tone);
  }

  void perform(Effect.OfSound effect) {
    switch (effect) {
      case Effect.Play(Ringer.Sound tone) -> play(tone);
      case Effect.Silence _ -> surroundings.ringer().stop();
      case Effect.Close _ -> hangUp();
      case Effect.Open open -> open(open);
      case Effect.Hear _, Effect.RestartIce _, Effect.Voice _ -> onSession(effect);
    }
  }

  /** No call: nothing is open and nothing sounds. */
  void quiet() {
    hangUp();
    surroundings.ringer().stop();
  }

  @Override
  public void close() {
    quiet();
    surroundings.media().close();
    surroundings.ringer().close();
  }

  private void open(Effect.Open open) {
    hangUp();
    session =
        surroundings
            .media()
            .open(
                new Media.Setup(open.role(), open.iceServers(), surroundings.route().get()),
                new Ear(open.id()));
    if (open.role() == Media.Role.CALLER) {
      session.offer();
    }
  }

  private void onSession(Effect.OfSound effect) {
    if (session == null) {
      return;
    }
    switch (effect) {
      case Effect.Hear(Signal signal) -> session.hear(signal);
      case Effect.RestartIce _ -> session.restartIce();
      case Effect.Voice(Own own) -> voice(session, own);
      default -> {}
    }
  }

  private static void voice(Media.Session session, Own own) {
    if (own.muted()) {
      session.mute();
    } else {
      session.unmute();
    }
    if (own.holding()) {
      session.hold();
    } else {
      session.unhold();
    }
  }

  private void hangUp() {
    if (session != null) {
      session.close();
      session = null;
    }
    gauge.reset();
  }

  /** One hop from the adapter's thread to this one. */
  private final class Ear implements Media.Listener {
    private final CallId id;

    Ear(CallId id) {
      this.id = id;
    }

    @Override
    public void say(Signal signal) {
      tell(new CallEvent.Says(id, signal));
    }

    @Override
    public void connected() {
      tell(new CallEvent.PathFound(id));
    }

    @Override
    public void disconnected() {
      tell(new CallEvent.PathBroken(id));
    }

    @Override
    public void failed() {
      tell(new CallEvent.PathFailed(id));
    }

    @Override
    public void quality(Quality quality) {
      fx.execute(() -> {
        if (session != null) {
          gauge.measured(quality);
          events.accept(new CallEvent.Measured(id));
        }
      });
    }

    @Override
    public void levels(double own, double other) {
      fx.execute(() -> {
        if (session != null) {
          gauge.levels(own, other);
        }
      });
    }

    private void tell(CallEvent event) {
      fx.execute(() -> events.accept(event));
    }
  }
}
