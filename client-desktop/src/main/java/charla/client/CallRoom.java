package charla.client;

import charla.client.call.AudioDevices;
import charla.client.call.CallEngine;
import charla.client.call.CallReport;
import charla.client.call.CallReporter;
import charla.client.call.CallState;
import charla.client.call.CallViewModel;
import charla.client.call.Equipment;
import charla.client.call.Line;
import charla.client.call.Media;
import charla.client.call.Talking;
import charla.client.call.history.CallHistory;
import charla.client.call.window.DevicePopoverView;
import charla.client.chat.Calling;
import charla.client.desktop.CallNotifications;
import charla.client.desktop.CallWindows;
import charla.client.desktop.Notifications;
import charla.client.net.LinkState;
import charla.client.net.Scheduler;
import charla.client.net.Threads;
import charla.client.session.SignedIn;
import charla.client.settings.CallPreferences;
import charla.client.settings.CallSettingsView;
import charla.client.ui.Texts;
import charla.client.ui.Theme;
import charla.protocol.CallId;
import charla.protocol.User;
import charla.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;

/** All that calls are made of for one signed-in person. FX thread only. */
final class CallRoom implements AutoCloseable, Calling {
  /** The window calls belong to. */
  record House(
      Stage stage,
      Theme theme,
      Texts texts,
      Consumer<User> openChat,
      Notifications notifications) {}

  /** Loading what calls need takes a processor for as long as the window needs it to come up. */
  private static final Duration AFTER_THE_WINDOW = Duration.ofSeconds(1);

  private final Equipment equipment;
  private final CallPreferences preferences;
  private final CallEngine engine;
  private final CallViewModel model;
  private final CallHistory history;
  private final CallWindows windows;
  private final DevicePopoverView popover;
  private final CallSettingsView settings;
  private AudioDevices.Running watch = () -> {};
  private boolean closed;
  private final CallHindrance hindrance;
  private final ObservableValue<Optional<UserId>> talkingWith;

  CallRoom(SignedIn who, House house, CallPreferences preferences, Equipment equipment) {
    this.equipment = equipment;
    this.preferences = preferences;
    Threads threads = who.threads();
    Executor fx = threads.fx();
    Scheduler onFx = threads.schedulerOnFx();
    engine =
        new CallEngine(
            who.me().user().id(),
            who.live(),
            threads,
            new CallEngine.Surroundings(
                equipment.media(), equipment.ringer(), this::route, InstantSource.system()));
    CallChoices choices =
        new CallChoices(
            preferences, equipment.devices(), () -> engine.stateProperty().get().current());
    model =
        new CallViewModel(
            engine,
            house.texts(),
            new CallViewModel.Habits(
                preferences.pushToTalkProperty()::get, house.openChat(), choices),
            onFx,
            steady());
    history = new CallHistory(who, new Seen());
    engine.onEnded(history::add);
    engine.onEnded(model::ended);
    hindrance = new CallHindrance(model.words(), model.stateProperty());
    var _ = new CallReporter(engine, model.clock(), hindrance::isOnline, this::keep);
    talkingWith = model.stateProperty().map(CallRoom::talkingWith);
    tellOfCalls(who.me().user().id(), house, fx);
    popover = new DevicePopoverView(house.texts(), choices, engine.gauge().own());
    settings = new CallSettingsView(house.texts(), preferences, equipment, fx);
    windows = new CallWindows(house.stage(), house.theme(), house.texts(), model, popover);
    model.peerProperty().subscribe(peer -> peer.ifPresent(this::hear));
    preferences.pushToTalkProperty().addListener((o, was, is) -> model.habitsChanged());
    applyPreferences();
    onFx.after(AFTER_THE_WINDOW, () -> begin(fx));
  }

  private void begin(Executor fx) {
    if (!closed) {
      watch = equipment.devices().watch(found -> fx.execute(() -> show(found)));
      equipment.media().prepare(answer -> fx.execute(() -> prepared(answer)));
    }
  }

  CallEngine engine() {
    return engine;
  }

  CallHistory history() {
    return history;
  }

  CallWindows windows() {
    return windows;
  }

  CallSettingsView settings() {
    return settings;
  }

  @Override
  public void call(User peer) {
    engine.dial(peer);
  }

  @Override
  public ObservableValue<Optional<String>> hindrance() {
    return hindrance.words();
  }

  @Override
  public ObservableValue<Optional<UserId>> talkingWith() {
    return talkingWith;
  }

  @Override
  public void close() {
    closed = true;
    watch.close();
    engine.close();
    windows.close();
  }

  private Media.Route route() {
    return preferences.alwaysRelay() ? Media.Route.RELAYED : Media.Route.ANY;
  }

  private void show(AudioDevices.Found found) {
    popover.show(found);
    settings.show(found);
    model.devices(found);
  }

  /** The next one is heard as loudly as they were the last time. */
  private void hear(User peer) {
    double loudness = preferences.volume(peer.id());
    popover.show(peer, loudness);
    equipment.devices().volume(loudness);
  }

  /** Without the server nobody can be called. */
  void follow(ObservableValue<LinkState> link) {
    hindrance.follow(link);
  }

  private void prepared(Media.Availability answer) {
    if (answer instanceof Media.Availability.Unavailable(Media.Reason reason)) {
      hindrance.unable(reason);
      engine.sitOut();
    }
  }

  private static Optional<UserId> talkingWith(CallState state) {
    return Optional.of(state)
        .filter(Talking.class::isInstance)
        .flatMap(CallState::current)
        .map(Line::peer)
        .map(User::id);
  }

  private void tellOfCalls(UserId me, House house, Executor fx) {
    CallNotifications notifications =
        new CallNotifications(
            me,
            house.texts(),
            house.notifications(),
            person -> fx.execute(() -> house.openChat().accept(person)));
    model.stateProperty().subscribe(notifications::changed);
    engine.onEnded(notifications::ended);
  }

  private void keep(CallId id, CallReport report) {
    history.keep(id, report);
    model.report(report);
  }

  private void applyPreferences() {
    equipment.devices().useMicrophone(preferences.microphone());
    equipment.devices().useSpeaker(preferences.speaker());
    equipment.devices().process(preferences.processing());
    equipment.ringer().volume(preferences.ringVolume());
    equipment.ringer().output(preferences.ringOutput());
  }

  /** Goes on evenly, whatever is done to the clock on the wall. */
  private static InstantSource steady() {
    Instant begun = Instant.now();
    long nanos = System.nanoTime();
    return () -> begun.plusNanos(System.nanoTime() - nanos);
  }

  private final class Seen implements CallHistory.Seen {
    @Override
    public Instant upTo() {
      return preferences.seenUpTo();
    }

    @Override
    public void set(Instant upTo) {
      preferences.setSeenUpTo(upTo);
    }
  }
}
