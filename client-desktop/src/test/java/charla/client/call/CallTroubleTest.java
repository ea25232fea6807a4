package charla.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.net.ManualTime;
import charla.client.net.Threads;
import charla.client.net.Trampoline;
import charla.protocol.Call;
import charla.protocol.CallReason;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What befalls a call while two people talk, in time that the test moves. */
class CallTroubleTest {
  private static final Duration MOMENT = Duration.ofMillis(10);

  private final ManualTime time = new ManualTime();
  private final ModelServer server = new ModelServer(time, new Random(1));
  private final Laptop ana = new Laptop(server.device(1, "ana"));
  private final Laptop eva = new Laptop(server.device(2, "eva"));

  @BeforeEach
  void theyTalk() {
    ana.device.connect();
    eva.device.connect();
    ana.engine.dial(eva.device.user());
    pass(Duration.ofSeconds(1));
    eva.engine.on(new CallEvent.Accept());
    pass(Duration.ofSeconds(1));
    assertThat(ana.path()).isEqualTo(Talking.Path.GOOD);
    assertThat(eva.path()).isEqualTo(Talking.Path.GOOD);
  }

  @Test
  void c5AServerThatMissedTheBeginningLearnsOfItWhenTheyAreBack() {
    ana.engine.on(new CallEvent.HangUp());
    pass(Duration.ofSeconds(10));
    ana.engine.dial(eva.device.user());
    pass(Duration.ofSeconds(1));
    eva.engine.on(new CallEvent.Accept());
    while (!(ana.talks() && eva.talks())) {
      pass(MOMENT);
    }

    ana.device.drop();
    eva.device.drop();
    pass(Duration.ofSeconds(2));
    ana.device.connect();
    eva.device.connect();
    pass(Duration.ofSeconds(40));

    assertThat(ana.path()).isEqualTo(Talking.Path.GOOD);
    assertThat(eva.path()).isEqualTo(Talking.Path.GOOD);
    assertThat(server.alive()).map(Call::state).contains(Call.State.ACTIVE);
  }

  @Test
  void c6ABrokenPathIsSaidAtOnceAndLookedForAnewAfterTwoSeconds() {
    cut();
    assertThat(ana.path()).isEqualTo(Talking.Path.BROKEN);
    assertThat(eva.path()).isEqualTo(Talking.Path.BROKEN);
    mend();

    pass(Duration.ofMillis(1_900));
    assertThat(ana.path()).isEqualTo(Talking.Path.BROKEN);
    pass(Duration.ofMillis(1_100));

    assertThat(ana.path()).isEqualTo(Talking.Path.GOOD);
    assertThat(eva.path()).isEqualTo(Talking.Path.GOOD);
  }

  @Test
  void c6WhoLosesThePathAsksWhetherTheServerIsStillThere() {
    cut();
    assertThat(ana.device.probes()).isEqualTo(1);

    pass(Timer.RESTART.after());

    assertThat(ana.device.probes()).isEqualTo(2);
  }

  @Test
  void c6APathThatStaysAwayEndsTheCallAfter35Seconds() {
    cut();

    pass(Duration.ofMillis(34_900));
    assertThat(ana.path()).isEqualTo(Talking.Path.BROKEN);
    pass(Duration.ofMillis(1_100));

    assertLost();
  }

  @Test
  void c18WhoSleepsForTenMinutesIsLostToTheOtherAndKnowsItOnWaking() {
    ana.sleeps();
    pass(Duration.ofSeconds(36));
    assertThat(eva.ending()).isEqualTo(Ending.LOST);
    pass(Duration.ofMinutes(10));

    ana.wakes();
    pass(Duration.ofSeconds(2));

    assertThat(ana.ending()).isEqualTo(Ending.LOST);
    assertThat(ana.media.open()).isEmpty();
    assertThat(server.calls()).extracting(Call::reason).containsExactly(CallReason.LOST);
  }

  @Test
  void c18WhoWakesWithoutANetworkDoesNotBelieveInTheCallEither() {
    ana.sleeps();
    pass(Duration.ofMinutes(10));

    ana.isAwake = true;
    pass(Duration.ofSeconds(5));
    assertThat(ana.path()).isEqualTo(Talking.Path.DOUBTED);
    pass(Duration.ofSeconds(36));

    assertThat(ana.ending()).isEqualTo(Ending.LOST);
    assertThat(ana.media.open()).isEmpty();
  }

  @Test
  void c18WhoSleepsForHalfAMinuteTalksOn() {
    ana.sleeps();
    pass(Duration.ofSeconds(26));
    assertThat(eva.path()).isEqualTo(Talking.Path.BROKEN);

    ana.wakes();
    pass(Duration.ofSeconds(5));
    assertThat(ana.path()).isEqualTo(Talking.Path.DOUBTED);
    ana.hears();
    eva.hears();
    pass(MOMENT);

    assertThat(ana.path()).isEqualTo(Talking.Path.GOOD);
    assertThat(eva.path()).isEqualTo(Talking.Path.GOOD);
  }

  private void assertLost() {
    assertThat(ana.ending()).isEqualTo(Ending.LOST);
    assertThat(eva.ending()).isEqualTo(Ending.LOST);
    assertThat(server.calls()).extracting(Call::reason).containsExactly(CallReason.LOST);
  }

  private void cut() {
    ana.media.cut();
    eva.media.cut();
  }

  private void mend() {
    ana.media.mend();
    eva.media.mend();
  }

  private void pass(Duration duration) {
    for (Duration gone = Duration.ZERO; gone.compareTo(duration) < 0; gone = gone.plus(MOMENT)) {
      time.pass(MOMENT);
      ana.pass();
      eva.pass();
    }
  }

  /** A device whose own time stands still while it sleeps. */
  private final class Laptop {
    private final ModelServer.Device device;
    private final ManualTime own = new ManualTime();
    private final FakeMedia media = new FakeMedia();
    private final CallEngine engine;
    private boolean isAwake = true;

    Laptop(ModelServer.Device device) {
      this.device = device;
      Trampoline fx = new Trampoline();
      engine =
          new CallEngine(
              device.user().id(),
              device,
              new Threads(fx, fx, fx, own),
              new CallEngine.Surroundings(media, new FakeRinger(), () -> Media.Route.ANY, time));
      device.start(engine.listener());
    }

    void pass() {
      if (isAwake) {
        own.pass(MOMENT);
      }
    }

    /** Hears nothing and says nothing; the other one's path breaks, its own is not looked at. */
    void sleeps() {
      isAwake = false;
      device.drop();
      Laptop other = this == ana ? eva : ana;
      other.media.cut();
    }

    void wakes() {
      isAwake = true;
      device.connect();
    }

    /** The path is there by itself. */
    void hears() {
      media.open().orElseThrow().listener().connected();
    }

    boolean talks() {
      return engine.stateProperty().get() instanceof Talking;
    }

    Talking.Path path() {
      return ((Talking) engine.stateProperty().get()).path();
    }

    Ending ending() {
      return ((Over) engine.stateProperty().get()).ending();
    }
  }
}
