package charla.client.call;

import charla.client.net.Scheduler;
import charla.client.ui.Texts;
import charla.protocol.Call;
import charla.protocol.CallReason;
import charla.protocol.User;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The call that there is, as it is shown, and what the keys of its windows do. FX thread only. */
public final class CallViewModel {
  private static final Duration TICK = Duration.ofSeconds(1);

  /**
   * How this person calls.
   *
   * @param openChat shows the conversation with somebody
   */
  public record Habits(BooleanSupplier pushToTalk, Consumer<User> openChat, DeviceChoice devices) {}

  private final CallEngine engine;
  private final Habits habits;
  private final Scheduler onFx;
  private final InstantSource steady;
  private final CallClock clock;
  private final CallWords words;
  private final DeviceNews news;
  private final CallNotices notices;
  private final MutedTalk mutedTalk = new MutedTalk();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper holding = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<User>> peer =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<CallReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper microphone = new ReadOnlyBooleanWrapper();
  private AudioDevices.Found found = AudioDevices.Found.NOTHING;
  private AudioDevices.Found beforeOffer = AudioDevices.Found.NOTHING;
  private boolean ticking;

  /**
   * @param onFx runs its tasks on the FX thread
   */
  public CallViewModel(
      CallEngine engine, Texts texts, Habits habits, Scheduler onFx, InstantSource steady) {
    this.engine = engine;
    this.habits = habits;
    this.onFx = onFx;
    this.steady = steady;
    this.clock = new CallClock(engine.stateProperty(), steady);
    this.words = new CallWords(texts);
    this.news = new DeviceNews(texts, habits.devices());
    this.notices = new CallNotices(onFx);
    engine.stateProperty().addListener((o, was, is) -> changed(was, is));
    engine.gauge().own().addListener((o, was, is) -> heard(is.doubleValue()));
    changed(engine.stateProperty().get(), engine.stateProperty().get());
  }

  public ReadOnlyObjectProperty<CallState> stateProperty() {
    return engine.stateProperty();
  }

  /** With whom; empty without a call. */
  public ReadOnlyObjectProperty<Optional<User>> peerProperty() {
    return peer.getReadOnlyProperty();
  }

  /** The line below the name. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** What one should know just now. */
  public ReadOnlyObjectProperty<Optional<CallNotice>> noticeProperty() {
    return notices.shownProperty();
  }

  /** How the call was that has just ended; empty where nobody talked. */
  public ReadOnlyObjectProperty<Optional<CallReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** Whether there is a microphone. */
  public ReadOnlyBooleanProperty microphoneProperty() {
    return microphone.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty mutedProperty() {
    return muted.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty holdingProperty() {
    return holding.getReadOnlyProperty();
  }

  public Gauge gauge() {
    return engine.gauge();
  }

  public CallWords words() {
    return words;
  }

  public CallClock clock() {
    return clock;
  }

  public void accept() {
    engine.on(new CallEvent.Accept());
  }

  public void decline() {
    engine.on(new CallEvent.Decline());
  }

  public void ignore() {
    engine.on(new CallEvent.Ignore());
  }

  public void hangUp() {
    engine.on(new CallEvent.HangUp());
  }

  public void dismiss() {
    engine.on(new CallEvent.Dismiss());
  }

  public void redial() {
    peer.get().ifPresent(engine::dial);
  }

  public void toggleMute() {
    engine.on(muted.get() ? new CallEvent.Unmute() : new CallEvent.Mute());
  }

  public void toggleHold() {
    engine.on(holding.get() ? new CallEvent.Unhold() : new CallEvent.Hold());
  }

  public boolean isPushToTalk() {
    return habits.pushToTalk().getAsBoolean();
  }

  /** Push to talk was switched on or off, which holds at once. */
  public void habitsChanged() {
    engine.on(isPushToTalk() ? new CallEvent.Mute() : new CallEvent.Unmute());
    showLasting();
  }

  /** The key to talk goes down. */
  public void talk() {
    if (isPushToTalk() && muted.get()) {
      engine.on(new CallEvent.Unmute());
    }
  }

  /** The key to talk comes up. */
  public void listen() {
    if (isPushToTalk() && !muted.get()) {
      engine.on(new CallEvent.Mute());
    }
  }

  public void openChat() {
    peer.get().ifPresent(habits.openChat());
  }

  /** Microphones and speakers changed. */
  public void devices(AudioDevices.Found now) {
    AudioDevices.Found before = found;
    found = now;
    microphone.set(now.microphones().inUse().isPresent());
    if (engine.stateProperty().get().isFree() || now.equals(before)) {
      return;
    }
    // The two halves of a headset come one after the other.
    beforeOffer = notices.isOffering() ? beforeOffer : before;
    showLasting();
    if (!now.isOutOfReach()) {
      news.gone(before, now).or(() -> news.appeared(beforeOffer, now)).ifPresent(notices::tell);
    }
  }

  /** A call of this person has ended; one that came during another is told of. */
  public void ended(Call call) {
    if (call.reason() == CallReason.BUSY && !engine.stateProperty().get().isFree()) {
      tell("call.missedMeanwhile", call.caller().displayName());
    }
  }

  /** How the call was. */
  public void report(CallReport how) {
    report.set(Optional.of(how));
  }

  private void tell(String key, Object... arguments) {
    notices.tell(CallNotice.of(words.texts().get(key, arguments)));
  }

  private void changed(CallState before, CallState now) {
    peer.set(now.current().map(Line::peer));
    Own own = own(now);
    muted.set(own.muted());
    holding.set(own.holding());
    show();
    if (!now.getClass().equals(before.getClass())) {
      begun(now);
    }
    if (!ticking && isTicking(now)) {
      tick();
    }
  }

  private void begun(CallState now) {
    if (now instanceof Connecting && isPushToTalk()) {
      engine.on(new CallEvent.Mute());
    }
    if (now.isFree()) {
      notices.clear();
    } else {
      report.set(Optional.empty());
      showLasting();
    }
  }

  private void showLasting() {
    boolean talks = engine.stateProperty().get() instanceof Talking;
    Optional<String> how =
        isPushToTalk() ? Optional.of(words.texts().get("call.pushToTalk")) : Optional.empty();
    notices.last(
        talks
            ? news.outOfReach(found, this::callAgain)
                .or(() -> news.missing(found).or(() -> how).map(CallNotice::of))
            : Optional.empty());
  }

  private void callAgain() {
    hangUp();
    redial();
  }

  private void show() {
    status.set(words.status(engine.stateProperty().get(), clock));
  }

  private void tick() {
    ticking = isTicking(engine.stateProperty().get());
    show();
    if (ticking) {
      onFx.after(TICK, this::tick);
    }
  }

  private void heard(double level) {
    boolean talksToNobody = muted.get() && !isPushToTalk();
    if (mutedTalk.isNew(talksToNobody, level, steady.instant())) {
      engine.remindMuted();
      tell("call.youAreMuted");
    }
  }

  private static boolean isTicking(CallState state) {
    return state instanceof Talking;
  }

  private static Own own(CallState state) {
    return switch (state) {
      case Connecting connecting -> connecting.own();
      case Talking talking -> talking.own();
      default -> Own.OPEN;
    };
  }
}
