package charla.client.demo;

import charla.client.call.AudioDevices;
import charla.client.call.CallEngine;
import charla.client.call.CallEvent;
import charla.client.call.CallReporter;
import charla.client.call.CallViewModel;
import charla.client.call.FakeEquipment;
import charla.client.call.FakeMedia;
import charla.client.call.FakeRinger;
import charla.client.call.Media;
import charla.client.call.Quality;
import charla.client.call.Ringer;
import charla.client.call.window.CallBarView;
import charla.client.call.window.DevicePopoverView;
import charla.client.net.LinkState;
import charla.client.net.Live;
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
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One call as far as somebody wants to see it. */
public final class StagedCall {
  private static final SessionId HERE = new SessionId("5".repeat(24));
  private static final SessionId THERE = new SessionId("6".repeat(24));
  private static final ConversationId TALK = new ConversationId("c".repeat(24));
  private static final Instant BEGUN = Instant.parse("2026-03-03T14:30:00Z");

  private final ManualTime time = new ManualTime();
  private final FakeMedia media = new FakeMedia();
  private final FakeRinger ringer = new FakeRinger();
  private final CallEngine engine;
  private final CallViewModel model;
  private final Texts texts;
  private final User peer;
  private CallId id = new CallId("ca11".repeat(6));
  private boolean own;
  private boolean online = true;
  private long version;
  private long n;

  StagedCall(Texts texts, SignedIn who) {
    this(texts, who, DemoTalk.ANA);
  }

  StagedCall(Texts texts, SignedIn who, User peer) {
    this(
        texts,
        who.live(),
        peer,
        new CallViewModel.Habits(() -> false, chat -> {}, new NoChoices()));
  }

  /** Of somebody who is only heard while they hold a key. */
  StagedCall(Texts texts, SignedIn who, BooleanSupplier pushesToTalk) {
    this(
        texts,
        who.live(),
        DemoTalk.ANA,
        new CallViewModel.Habits(pushesToTalk, chat -> {}, new NoChoices()));
  }

  private StagedCall(Texts texts, Live live, User peer, CallViewModel.Habits habits) {
    this.texts = texts;
    this.peer = peer;
    Executor now = Runnable::run;
    engine =
        new CallEngine(
            DemoServer.ME.id(),
            live,
            new Threads(now, now, now, time),
            new CallEngine.Surroundings(media, ringer, () -> Media.Route.ANY, time));
    model = new CallViewModel(engine, texts, habits, time, time);
    engine.onEnded(model::ended);
    var _ = new CallReporter(engine, model.clock(), () -> online, (id, how) -> model.report(how));
    engine.listener().frame(new ServerFrame.Welcome(DemoServer.ME.id(), HERE, "one", List.of()));
    model.devices(FakeEquipment.FOUND);
  }

  /** With Ana, in English, without an app around it. */
  public static StagedCall with(CallViewModel.Habits habits) {
    DemoServer server = new DemoServer(Runnable::run, new LinkState.Online());
    return new StagedCall(new Texts(Locale.UK), server, DemoTalk.ANA, habits);
  }

  public CallViewModel model() {
    return model;
  }

  CallBarView bar() {
    DevicePopoverView popover = new DevicePopoverView(texts, new NoChoices(), model.gauge().own());
    CallBarView bar = new CallBarView(texts, model, popover, () -> {});
    bar.setVisible(model.peerProperty().get().isPresent());
    return bar;
  }

  /** The other one calls. */
  public StagedCall rings() {
    tell(call(Call.State.DIALING, null, null));
    return this;
  }

  /** The one signed in calls. */
  public StagedCall dials() {
    engine.dial(peer);
    id = engine.stateProperty().get().current().orElseThrow().id();
    own = true;
    return this;
  }

  /** It rings at the other one's. */
  public StagedCall ringsThere() {
    tell(call(Call.State.RINGING, null, null));
    return this;
  }

  /** What was plugged in or out by now. */
  public StagedCall has(AudioDevices.Found found) {
    model.devices(found);
    return this;
  }

  /** Somebody else calls too, and reads that this person is busy. */
  public StagedCall findsBusy(User other) {
    tell(
        new Call(
            new CallId("ca12".repeat(6)),
            TALK,
            1,
            Call.State.ENDED,
            other,
            DemoServer.ME,
            THERE,
            null,
            null,
            BEGUN,
            null,
            BEGUN,
            CallReason.BUSY));
    return this;
  }

  /** What sounds again and again. */
  public Optional<Ringer.Sound> loop() {
    return ringer.loop();
  }

  /** The last sound there was. */
  public Ringer.Sound played() {
    return ringer.played().getLast();
  }

  public StagedCall accepted() {
    model.accept();
    tell(call(Call.State.CONNECTING, HERE, null));
    engine.listener().frame(new ServerFrame.CallRelay(id, List.of(), 60));
    return this;
  }

  /** Another device of this person's was quicker. */
  StagedCall acceptedElsewhere() {
    tell(call(Call.State.CONNECTING, new SessionId("7".repeat(24)), null));
    return this;
  }

  public StagedCall talksFor(Duration duration) {
    signal(new Signal.Offer(FakeMedia.description(1)));
    time.pass(duration);
    media.open().orElseThrow().listener().levels(0.4, 0.7);
    return this;
  }

  /** What comes from the other one. */
  public StagedCall measured(double lossThere, Duration jitter) {
    return measured(new Quality.Way(0, Duration.ofMillis(4)), new Quality.Way(lossThere, jitter));
  }

  /** What goes there is lost. */
  StagedCall loses(double lossHere) {
    return measured(new Quality.Way(lossHere, Duration.ofMillis(4)), Quality.Way.PERFECT);
  }

  private StagedCall measured(Quality.Way sent, Quality.Way received) {
    Duration roundTrip = Duration.ofMillis(48);
    media
        .open()
        .orElseThrow()
        .listener()
        .quality(new Quality(Optional.of(roundTrip), sent, received, "opus", Quality.Path.DIRECT));
    return this;
  }

  /** Whether what one says goes out. */
  public boolean isHeard() {
    return media.open().filter(session -> !session.isMuted()).isPresent();
  }

  /** One speaks, this loudly. */
  public StagedCall speaks(double loudness) {
    media.open().orElseThrow().listener().levels(loudness, 0);
    return this;
  }

  public StagedCall waits(Duration duration) {
    time.pass(duration);
    return this;
  }

  StagedCall onHold() {
    model.toggleHold();
    return this;
  }

  StagedCall heldThere() {
    signal(new Signal.Hold(true));
    return this;
  }

  public StagedCall muted() {
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

  /** The server is not reached any more. */
  public StagedCall offline() {
    online = false;
    return this;
  }

  public StagedCall ended(CallReason reason) {
    tell(call(Call.State.ENDED, own ? null : HERE, reason));
    return this;
  }

  private void signal(Signal signal) {
    n++;
    engine.listener().frame(new ServerFrame.CallSignal(id, THERE, n, signal));
  }

  private void tell(Call call) {
    engine.listener().frame(new ServerFrame.CallChanged(call, null));
  }

  private Call call(Call.State state, @Nullable SessionId answered, @Nullable CallReason reason) {
    version++;
    return new Call(
        id,
        TALK,
        version,
        state,
        own ? DemoServer.ME : peer,
        own ? peer : DemoServer.ME,
        own ? HERE : THERE,
        answered,
        answered == null ? null : "Laptop",
        BEGUN,
        answered == null ? null : BEGUN,
        reason == null ? null : BEGUN,
        reason);
  }
}
