package charla.client.call;

import charla.client.net.LinkState;
import charla.client.net.Live;
import charla.client.session.SignedIn;
import charla.client.session.TestApp;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.ServerFrame;
import charla.protocol.User;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ChangeListener;

/** A device of somebody without windows and without sound; all else of its calls is real. */
final class Phone implements AutoCloseable {
  private static final Duration TO_AGREE = Duration.ofSeconds(2);
  private static final Duration TO_CONNECT = Duration.ofSeconds(20);

  private final String name;
  private final TestApp app;
  private final SignedIn signedIn;
  private final Executor fx;
  private final FakeMedia media = new FakeMedia();
  private final FakeRinger ringer = new FakeRinger();
  private final CompletableFuture<Boolean> connected = new CompletableFuture<>();
  private final CallEngine engine;

  // Both belong to the thread of the app.
  private final Map<CallId, CompletableFuture<Call>> ended = new HashMap<>();
  private final List<String> story = new ArrayList<>();

  Phone(String name, TestApp app, SignedIn signedIn) {
    this.name = name;
    this.app = app;
    this.signedIn = signedIn;
    this.fx = signedIn.threads().fx();
    this.engine = app.onFx(this::start);
  }

  User me() {
    return signedIn.me().user();
  }

  SignedIn signedIn() {
    return signedIn;
  }

  boolean isConnected() {
    return soon(connected, TO_CONNECT);
  }

  void presses(Consumer<CallEngine> key) {
    app.runOnFx(() -> key.accept(engine));
  }

  /** The same, so long after all who press something have come together; done when pressed. */
  CompletableFuture<Void> presses(
      CyclicBarrier together, Duration after, Consumer<CallEngine> key) {
    CompletableFuture<Void> pressed = new CompletableFuture<>();
    Runnable press =
        () -> {
          key.accept(engine);
          pressed.complete(null);
        };
    fx.execute(() -> {
      meet(together);
      if (after.isZero()) {
        press.run();
      } else {
        signedIn.threads().scheduler().after(after, () -> fx.execute(press));
      }
    });
    return pressed;
  }

  /** Waits until it talks: in which call. */
  CallId talks() {
    return comesTo(Talking.class::isInstance).current().orElseThrow().id();
  }

  /** Waits for what came of Accept: whether it was the first. */
  boolean hasTheCall() {
    return comesTo(state -> state instanceof Talking || state instanceof Over) instanceof Talking;
  }

  /** Waits for such a state. */
  CallState comesTo(Predicate<CallState> wanted) {
    CompletableFuture<CallState> seen = new CompletableFuture<>();
    ChangeListener<CallState> look =
        (o, was, is) -> {
          if (wanted.test(is)) {
            seen.complete(is);
          }
        };
    app.runOnFx(() -> {
      CallState now = engine.stateProperty().get();
      engine.stateProperty().addListener(look);
      look.changed(engine.stateProperty(), now, now);
    });
    CallState state = soon(seen, TO_AGREE);
    app.runOnFx(() -> engine.stateProperty().removeListener(look));
    return state;
  }

  /** Waits for it: the call as it ended. */
  Call hearsTheEndOf(CallId id) {
    return soon(app.onFx(() -> endOf(id)), TO_AGREE);
  }

  /** What states it was in since it was asked last, the first of each kind in a row. */
  List<String> story() {
    return app.onFx(() -> {
      List<String> told = List.copyOf(story);
      story.clear();
      return told;
    });
  }

  /** Nothing rings, and the microphone is not open. */
  boolean isQuiet() {
    return app.onFx(() ->
        engine.stateProperty().get().isFree() && ringer.loop().isEmpty() && media.open().isEmpty());
  }

  @Override
  public void close() {
    app.runOnFx(engine::close);
    signedIn.close();
    app.close();
  }

  @Override
  public String toString() {
    return name;
  }

  private CallEngine start() {
    CallEngine begun =
        new CallEngine(
            me().id(),
            signedIn.live(),
            signedIn.threads(),
            new CallEngine.Surroundings(
                media, ringer, () -> Media.Route.ANY, InstantSource.system()));
    begun.onEnded(call -> endOf(call.id()).complete(call));
    begun.stateProperty().addListener((o, was, is) -> note(is));
    signedIn.live().start(begun.listener().and(new Door()));
    return begun;
  }

  private void note(CallState state) {
    String kind =
        state instanceof Over over ? over.ending().name() : state.getClass().getSimpleName();
    if (!(state instanceof Idle) && (story.isEmpty() || !story.getLast().equals(kind))) {
      story.add(kind);
    }
  }

  private CompletableFuture<Call> endOf(CallId id) {
    return ended.computeIfAbsent(id, _ -> new CompletableFuture<>());
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await(TO_AGREE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private <T> T soon(CompletableFuture<T> awaited, Duration patience) {
    try {
      return awaited.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      throw new AssertionError(name + " saw " + story(), e);
    }
  }

  /** Hears when the server has let this device in. */
  private final class Door implements Live.Listener {
    @Override
    public void state(LinkState state) {
      if (state instanceof LinkState.Online) {
        connected.complete(true);
      }
    }

    @Override
    public void frame(ServerFrame frame) {}
  }
}
