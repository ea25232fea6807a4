package charla.client.call;

import charla.client.net.Live;
import charla.client.net.Scheduler;
import charla.client.net.SleepWatch;
import charla.client.net.Threads;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.User;
import charla.protocol.UserId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of one person on this device, one at a time. Feeds the state with what happens, and
 * does what it wants done. FX thread only.
 */
public final class CallEngine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallEngine.class);

  /**
   * What calls are made with.
   *
   * @param route asked for at the beginning of each call
   * @param wall the time of day, which goes on while the computer sleeps
   */
  public record Surroundings(
      Media media, Ringer ringer, Supplier<Media.Route> route, InstantSource wall) {}

  private final CallWire wire;
  private final CallSound sound;
  private final Timers timers;
  private final SleepWatch sleep;
  private final SecureRandom random = new SecureRandom();
  private final Deque<CallEvent> events = new ArrayDeque<>();
  private final Set<CallId> ignored = new HashSet<>();
  private final List<Consumer<Call>> ended = new ArrayList<>();
  private final ReadOnlyObjectWrapper<CallState> state = new ReadOnlyObjectWrapper<>(new Idle());
  private boolean busy;
  private boolean closed;
  private boolean unable;

  /** Somebody called while there was another call: it rings when that is over. */
  private Optional<Call> next = Optional.empty();

  public CallEngine(UserId me, Live live, Threads threads, Surroundings surroundings) {
    Scheduler onFx = threads.schedulerOnFx();
    wire = new CallWire(live, me, new Ear());
    sound = new CallSound(surroundings, threads.fx(), this::on);
    timers = new Timers(onFx, timer -> on(new CallEvent.TimeUp(timer)));
    sleep = new SleepWatch(onFx, surroundings.wall(), () -> on(new CallEvent.Slept()));
  }

  /** Has to hear all that comes on the live connection. */
  public Live.Listener listener() {
    return wire;
  }

  public ReadOnlyObjectProperty<CallState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Is told of every call of this person that ends, on whatever device it was. */
  public void onEnded(Consumer<Call> listener) {
    ended.add(listener);
  }

  public Gauge gauge() {
    return sound.gauge();
  }

  /** A beep for somebody who talks while muted. */
  void remindMuted() {
    sound.play(Ringer.Sound.MUTED);
  }

  public void dial(User peer) {
    on(new CallEvent.Dial(CallId.random(random), peer));
  }

  /** The person here did something; what does not fit now is ignored. */
  public void on(CallEvent.ByPerson event) {
    if (event instanceof CallEvent.Ignore && state.get() instanceof Ringing(Line line)) {
      ignored.add(line.id());
    }
    on((CallEvent) event);
  }

  /** This computer cannot talk: from now on it does not ring, so that another device may answer. */
  public void sitOut() {
    unable = true;
    on(new CallEvent.Ignore());
  }

  /** Ends the call that there is, and every sound. */
  @Override
  public void close() {
    on(new CallEvent.HangUp());
    closed = true;
    timers.disarmAll();
    sleep.stop();
    sound.close();
  }

  /** One event after the other: what an effect brings about comes after that effect's step. */
  private void on(CallEvent event) {
    if (closed) {
      return;
    }
    events.add(event);
    if (busy) {
      return;
    }
    busy = true;
    try {
      while (!events.isEmpty()) {
        step(events.removeFirst());
        takeNext();
      }
    } finally {
      busy = false;
    }
  }

  private void step(CallEvent event) {
    CallState before = state.get();
    Step step = before.on(event);
    LOG.debug(
        "{} on {}: {}",
        before.getClass().getSimpleName(),
        event.getClass().getSimpleName(),
        step.isIgnored() ? "ignored" : step.next().getClass().getSimpleName());
    if (step.isIgnored()) {
      notExpected(event);
      return;
    }
    if (!before.getClass().equals(step.next().getClass())) {
      timers.disarmAll();
    }
    step.next().current().ifPresent(line -> wire.follow(line.id()));
    watchSleep(step.next());
    state.set(step.next());
    step.effects().forEach(this::perform);
  }

  private void watchSleep(CallState next) {
    boolean wasTalking = state.get() instanceof Talking;
    if (next instanceof Talking && !wasTalking) {
      sleep.start();
    } else if (wasTalking && !(next instanceof Talking)) {
      sleep.stop();
    }
  }

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.Send(ClientFrame frame) -> wire.send(frame);
      case Effect.Leave(CallId id, ClientFrame frame) -> wire.leave(id, frame);
      case Effect.Say say -> wire.say(say.signal());
      case Effect.Resume _ -> wire.resume();
      case Effect.Probe _ -> wire.probe();
      case Effect.Arm(Timer timer) -> timers.arm(timer);
      case Effect.Disarm(Timer timer) -> timers.disarm(timer);
      case Effect.OfSound ofSound -> sound.perform(ofSound);
    }
  }

  /** A call that the one at hand does not know: it waits, or it is not ours. */
  private void notExpected(CallEvent event) {
    if (!(event instanceof CallEvent.Told told)) {
      return;
    }
    Call call = told.call();
    switch (told.part()) {
      case CALLER, ANSWERED_HERE -> {
        if (call.state() != Call.State.ENDED) {
          wire.disown(call.id());
        }
      }
      case CALLEE -> {
        if (CallState.isUnanswered(call) && !isWithPeer(call)) {
          next = Optional.of(call);
        }
      }
      case CALLS_ELSEWHERE, ANSWERED_ELSEWHERE -> {}
    }
  }

  /** Beside the voices; a ring or a ringback would be silent after it. */
  private void knock() {
    if (state.get() instanceof Connecting || state.get() instanceof Talking) {
      sound.play(Ringer.Sound.KNOCK);
    }
  }

  /** It is the same two people: the server makes one call of theirs. */
  private boolean isWithPeer(Call call) {
    return state.get().current().stream()
        .anyMatch(line -> line.peer().id().equals(call.caller().id()));
  }

  private void takeNext() {
    if (state.get().isFree() && next.isPresent()) {
      Call call = next.get();
      next = Optional.empty();
      step(new CallEvent.Told(call, Part.CALLEE));
    }
  }

  private boolean ringsHere(CallEvent.Told told) {
    boolean comes = told.part() == Part.CALLEE;
    return !ignored.contains(told.call().id()) && !(comes && unable);
  }

  private final class Ear implements CallWire.Ear {
    @Override
    public void on(CallEvent event) {
      CallEngine.this.on(event);
    }

    @Override
    public void told(CallEvent.Told told) {
      Call call = told.call();
      if (closed) {
        return;
      }
      next = next.filter(there -> !there.id().equals(call.id()) || CallState.isUnanswered(call));
      if (!CallState.isUnanswered(call) || ringsHere(told)) {
        CallEngine.this.on(told);
      }
      if (call.reason() == CallReason.BUSY && told.part() == Part.CALLEE) {
        knock();
      }
      if (call.state() == Call.State.ENDED) {
        ignored.remove(call.id());
        ended.forEach(listener -> listener.accept(call));
      }
    }
  }
}
