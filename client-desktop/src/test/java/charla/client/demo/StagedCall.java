package charla.client.demo;

import charla.client.call.AudioDevices;
import charla.client.call.CallEngine;
import charla.client.call.CallEvent;
import charla.client.call.CallViewModel;
import charla.client.call.FakeMedia;
import charla.client.call.FakeRinger;
import charla.client.call.Media;
import charla.client.call.Quality;
import charla.client.call.window.CallBarView;
import charla.client.net.ManualTime;
import charla.client.net.Threads;
import charla.client.session.SignedIn;
import charla.client.ui.Texts;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ConversationId;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.Signal;
import charla.protocol.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One call as far as somebody wants to see it. */
final class StagedCall {
  static final User ANA = DemoTalk.ANA;
  static final CallId ID = new CallId("ca11".repeat(6));

  private static final SessionId HERE = new SessionId("5".repeat(24));
  private static final SessionId THERE = new SessionId("6".repeat(24));
  private static final Instant BEGUN = Instant.parse("2026-03-03T14:30:00Z");

  private final ManualTime time = new ManualTime();
  private final FakeMedia media = new FakeMedia();
  private final CallEngine engine;
  private final CallViewModel model;
  private final Texts texts;
  private long version;
  private long n;

  StagedCall(Texts texts, SignedIn who) {
    this.texts = texts;
    Executor now = Runnable::run;
    engine =
        new CallEngine(
            DemoServer.ME.id(),
            who.live(),
            new Threads(now, now, now, time),
            new CallEngine.Surroundings(media, new FakeRinger(), () -> Media.Route.ANY, time));
    model =
        new CallViewModel(
            engine, texts, new CallViewModel.Habits(() -> false, peer -> {}), time, time);
    engine.listener().frame(new ServerFrame.Welcome(DemoServer.ME.id(), HERE, "one", List.of()));
    model.devices(
        new AudioDevices.Found(
            new AudioDevices.Side(
                List.of(new AudioDevices.Device("a", "Desk microphone")),
                Optional.of(new AudioDevices.Device("a", "Desk microphone"))),
            new AudioDevices.Side(
                List.of(new AudioDevices.Device("b", "Loudspeaker")),
                Optional.of(new AudioDevices.Device("b", "Loudspeaker")))));
  }

  CallViewModel model() {
    return model;
  }

  CallBarView bar() {
    CallBarView bar = new CallBarView(texts, model, () -> {});
    bar.setVisible(model.peerProperty().get().isPresent());
    return bar;
  }

  /** Ana calls. */
  StagedCall rings() {
    tell(call(ID, ANA, Call.State.DIALING, null, null));
    return this;
  }

  /** Somebody else calls too. */
  StagedCall ringsToo(User other) {
    tell(call(new CallId("ca12".repeat(6)), other, Call.State.RINGING, null, null));
    return this;
  }

  StagedCall accepted() {
    model.accept();
    tell(call(ID, ANA, Call.State.CONNECTING, HERE, null));
    engine.listener().frame(new ServerFrame.CallRelay(ID, List.of(), 60));
    return this;
  }

  StagedCall talksFor(Duration duration) {
    signal(new Signal.Offer(FakeMedia.description(1)));
    time.pass(duration);
    media.open().orElseThrow().listener().levels(0.4, 0.7);
    return this;
  }

  StagedCall measured(double lossThere, Duration jitter) {
    media
        .open()
        .orElseThrow()
        .listener()
        .quality(
            new Quality(
                Optional.of(Duration.ofMillis(48)),
                new Quality.Way(0, Duration.ofMillis(4)),
                new Quality.Way(lossThere, jitter),
                "opus",
                Quality.Path.DIRECT));
    return this;
  }

  StagedCall muted() {
    engine.on(new CallEvent.Mute());
    media.open().orElseThrow().listener().levels(0.6, 0);
    media.open().orElseThrow().listener().levels(0.5, 0.2);
    return this;
  }

  StagedCall brokenFor(Duration duration) {
    media.open().orElseThrow().listener().disconnected();
    time.pass(duration);
    return this;
  }

  StagedCall ended(CallReason reason) {
    tell(call(ID, ANA, Call.State.ENDED, HERE, reason));
    return this;
  }

  private void signal(Signal signal) {
    n++;
    engine.listener().frame(new ServerFrame.CallSignal(ID, THERE, n, signal));
  }

  private void tell(Call call) {
    engine.listener().frame(new ServerFrame.CallChanged(call, null));
  }

  private Call call(
      CallId id,
      User caller,
      Call.State state,
      @Nullable SessionId answered,
      @Nullable CallReason reason) {
    version++;
    return new Call(
        id,
        new ConversationId("c".repeat(24)),
        version,
        state,
        caller,
        DemoServer.ME,
        THERE,
        answered,
        answered == null ? null : "Laptop",
        BEGUN,
        answered == null ? null : BEGUN,
        reason == null ? null : BEGUN,
        reason);
  }
}
