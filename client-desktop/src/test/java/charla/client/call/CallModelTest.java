package charla.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import charla.client.net.ManualTime;
import charla.client.net.Threads;
import charla.client.net.Trampoline;
import charla.protocol.Call;
import charla.protocol.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Two devices and the rules of the server, driven by chance. */
class CallModelTest {
  private static final int SCHEDULES = 20_000;
  private static final Duration TO_AGREE = Duration.ofSeconds(2);

  @Test
  void whateverHappensBothSidesAgreeWithinTwoSeconds() {
    long seed = Long.getLong("charla.seed", System.nanoTime());
    Transitions transitions = new Transitions();
    transitions.listen();
    try {
      for (int i = 0; i < SCHEDULES; i++) {
        new Schedule(seed + i).run();
      }
    } finally {
      transitions.stop();
    }
    LoggerFactory.getLogger(CallModelTest.class)
        .info("{} schedules from seed {}: {}", SCHEDULES, seed, transitions.seen);
    assertThat(transitions.seen.keySet()).as("seed %d", seed).containsAll(EXPECTED);
  }

  /** Every change of state there is, by what brings it about. */
  private static final Set<String> EXPECTED =
      Set.of(
          "Idle Dial Dialing",
          "Idle Told Ringing",
          "Dialing Told Dialing",
          "Dialing Told Connecting",
          "Dialing Told Over",
          "Dialing HangUp Idle",
          "Dialing TimeUp Over",
          "Dialing Online Dialing",
          "Ringing Told Ringing",
          "Ringing Told Idle",
          "Ringing Accept Connecting",
          "Ringing Dial Connecting",
          "Ringing Decline Idle",
          "Ringing Ignore Idle",
          "Ringing TimeUp Idle",
          "Ringing Online Ringing",
          "Connecting Told Connecting",
          "Connecting Told Over",
          "Connecting Relay Connecting",
          "Connecting Says Connecting",
          "Connecting Heard Connecting",
          "Connecting PathFound Talking",
          "Connecting PathFailed Connecting",
          "Connecting Mute Connecting",
          "Connecting HangUp Over",
          "Connecting TimeUp Over",
          "Connecting Online Connecting",
          "Talking Told Talking",
          "Talking Told Over",
          "Talking Heard Talking",
          "Talking Says Talking",
          "Talking PathBroken Talking",
          "Talking PathFound Talking",
          "Talking PathFailed Talking",
          "Talking TimeUp Talking",
          "Talking TimeUp Over",
          "Talking Slept Talking",
          "Talking Mute Talking",
          "Talking Unmute Talking",
          "Talking Hold Talking",
          "Talking Unhold Talking",
          "Talking HangUp Over",
          "Talking Online Talking",
          "Over Dismiss Idle",
          "Over TimeUp Idle",
          "Over Dial Dialing",
          "Over Told Ringing");

  /** One life of two devices. */
  private static final class Schedule {
    private final long seed;
    private final SplittableRandom random;
    private final ManualTime time = new ManualTime();
    private final ModelServer server;
    private final Side ana;
    private final Side eva;
    private final List<String> story = new ArrayList<>();

    Schedule(long seed) {
      this.seed = seed;
      // Seeds that follow each other must not begin alike.
      this.random = new SplittableRandom(seed);
      this.server = new ModelServer(time, random);
      ModelServer.Device a = server.device(1, "ana");
      ModelServer.Device e = server.device(2, "eva");
      this.ana = new Side(a, e.user());
      this.eva = new Side(e, a.user());
      a.connect();
      e.connect();
    }

    void run() {
      int steps = 5 + random.nextInt(30);
      for (int i = 0; i < steps; i++) {
        act(random.nextBoolean() ? ana : eva);
        time.pass(pause());
      }
      settle();
      assertAgreement();
    }

    private Duration pause() {
      return switch (random.nextInt(20)) {
        case 0 -> Duration.ofSeconds(50);
        case 1, 2 -> Duration.ofSeconds(5);
        default -> Duration.ofMillis(random.nextInt(400));
      };
    }

    private void act(Side side) {
      int choice = random.nextInt(24);
      story.add(time.instant() + " " + side.device.user().username() + " " + choice);
      switch (choice) {
        case 0, 1, 2 -> side.engine.dial(side.peer);
        case 3, 4, 5, 6 -> side.accept();
        case 7 -> side.engine.on(new CallEvent.Decline());
        case 8 -> side.engine.on(new CallEvent.Ignore());
        case 9 -> side.engine.on(new CallEvent.HangUp());
        case 10 -> side.engine.on(new CallEvent.Mute());
        case 11 -> side.engine.on(new CallEvent.Unmute());
        case 12 -> side.engine.on(new CallEvent.Hold());
        case 13 -> side.engine.on(new CallEvent.Unhold());
        case 14 -> side.engine.on(new CallEvent.Dismiss());
        case 15, 16 -> side.device.drop();
        case 17 -> {
          ana.media.cut();
          eva.media.cut();
        }
        case 18 -> mend();
        case 19 -> side.asleep = side.asleep.plusSeconds(600);
        default -> side.device.connect();
      }
    }

    private void mend() {
      ana.media.mend();
      eva.media.mend();
    }

    /** Until nothing changes any more: a call may yet end by the clock. */
    private void settle() {
      mend();
      ana.device.connect();
      eva.device.connect();
      List<Object> before;
      do {
        before = now();
        time.pass(TO_AGREE);
      } while (!now().equals(before));
    }

    private List<Object> now() {
      return List.of(
          server.changes(), ana.engine.stateProperty().get(), eva.engine.stateProperty().get());
    }

    private void assertAgreement() {
      CallState a = ana.engine.stateProperty().get();
      CallState e = eva.engine.stateProperty().get();
      Call call = server.alive().orElse(null);
      String what = "seed %d: %s%n%s%n%s%n%s".formatted(seed, story, call, a, e);
      Stream.of(ana, eva).forEach(side -> assertThat(side.agreesWith(call)).as(what).isTrue());
      if (a instanceof Talking || e instanceof Talking) {
        assertThat(a.current().orElseThrow().id())
            .as(what)
            .isEqualTo(e.current().orElseThrow().id());
        assertThat(IN_A_CALL).as(what).contains(a.getClass(), e.getClass());
      }
      if (a instanceof Talking ana && e instanceof Talking eva) {
        assertThat(ana.held()).as(what).isEqualTo(eva.own().holding());
        assertThat(eva.held()).as(what).isEqualTo(ana.own().holding());
      }
      Stream.of(ana, eva)
          .forEach(side ->
              assertThat(side.media.open().isPresent())
                  .as(what)
                  .isEqualTo(IN_A_CALL.contains(side.engine.stateProperty().get().getClass())));
    }

    private final class Side {
      private final ModelServer.Device device;
      private final User peer;
      private final FakeMedia media = new FakeMedia(setup -> requireConsent());
      private final CallEngine engine;
      private Duration asleep = Duration.ZERO;

      Side(ModelServer.Device device, User peer) {
        this.device = device;
        this.peer = peer;
        Trampoline fx = new Trampoline();
        Threads threads = new Threads(fx, fx, fx, time);
        engine =
            new CallEngine(
                device.user().id(),
                device,
                threads,
                new CallEngine.Surroundings(
                    media,
                    new FakeRinger(),
                    () -> Media.Route.ANY,
                    () -> time.instant().plus(asleep)));
        device.start(engine.listener());
      }

      void accept() {
        engine.on(new CallEvent.Accept());
      }

      /** C12: the server has to have had a yes from the callee before anybody opens anything. */
      private void requireConsent() {
        assertThat(engine.stateProperty().get()).as("seed " + seed).isInstanceOf(Connecting.class);
        assertThat(server.calls()).as("seed " + seed).anyMatch(call -> call.answeredAt() != null);
      }

      boolean agreesWith(@Nullable Call call) {
        return switch (engine.stateProperty().get()) {
          case Idle _, Over _ ->
              call == null || (CallState.isUnanswered(call) && call.callee().equals(device.user()));
          case Dialing dialing -> call != null && call.id().equals(dialing.line().id());
          case Ringing ringing -> call != null && call.id().equals(ringing.line().id());
          case Connecting connecting -> call != null && call.id().equals(connecting.line().id());
          case Talking talking -> call != null && call.id().equals(talking.line().id());
        };
      }
    }
  }

  private static final Set<Class<?>> IN_A_CALL = Set.of(Connecting.class, Talking.class);

  /** Reads what the engine notes of each step. */
  private static final class Transitions extends AppenderBase<ILoggingEvent> {
    private final Map<String, Integer> seen = new TreeMap<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(CallEngine.class);

    void listen() {
      log.setLevel(Level.DEBUG);
      log.setAdditive(false);
      log.addAppender(this);
      start();
    }

    @Override
    public void stop() {
      super.stop();
      log.detachAppender(this);
      log.setAdditive(true);
      log.setLevel(null);
    }

    @Override
    protected void append(ILoggingEvent event) {
      Set<Object> words = new HashSet<>(List.of(event.getArgumentArray()));
      if (!words.contains("ignored")) {
        String key =
            Stream.of(event.getArgumentArray())
                .map(Object::toString)
                .collect(java.util.stream.Collectors.joining(" "));
        seen.merge(key, 1, Integer::sum);
      }
    }
  }
}
