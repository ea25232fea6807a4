package charla.client.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import charla.client.session.SignedIn;
import charla.client.session.Stay;
import charla.client.session.TestApp;
import charla.client.session.TestServer;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.ConversationId;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Two keys pressed at the same moment, over real sockets and a real disk, again and again. */
class CallsAtOnceTest {
  private static final int ROUNDS = 200;

  /** Nobody may begin more than 30 calls in a row. */
  private static final int ROUNDS_OF_THREE = 25;

  private static final int APART_MILLIS = 30;

  private final long seed = Long.getLong("charla.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir Path folder;
  private TestServer server;

  @BeforeEach
  void start() {
    LoggerFactory.getLogger(CallsAtOnceTest.class).warn("seed {}", seed);
    server = TestServer.in(folder.resolve("server"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void c1BothDialEachOtherTwoHundredTimes() throws Exception {
    inThrees(this::bothDial);

    assertThat(storedReasons()).hasSize(ROUNDS).containsOnly("completed");
  }

  @Test
  void c3TwoDevicesAcceptTwoHundredTimes() throws Exception {
    inThrees(this::bothAccept);

    assertThat(storedReasons()).hasSize(ROUNDS).containsOnly("completed");
  }

  private CallId bothDial(Three three) {
    Phone ana = three.ana();
    Phone laptop = three.laptop();

    press(ana, dial(laptop), laptop, dial(ana));

    CallId call = ana.talks();
    assertThat(laptop.talks()).isEqualTo(call);
    three.tablet().comesTo(CallState::isFree);
    end(three, ana, laptop, call);
    assertThat(ana.story()).endsWith("Connecting", "Talking", "COMPLETED");
    assertThat(laptop.story()).endsWith("Connecting", "Talking", "COMPLETED");
    assertThat(three.tablet().story()).isIn(List.of(), List.of("Ringing", "ELSEWHERE"));
    return call;
  }

  private CallId bothAccept(Three three) {
    Phone ana = three.ana();
    ana.presses(dial(three.laptop()));
    three.bens().forEach(phone -> phone.comesTo(Ringing.class::isInstance));

    press(three.laptop(), CallsAtOnceTest::accept, three.tablet(), CallsAtOnceTest::accept);

    CallId call = ana.talks();
    List<Phone> talking = three.bens().filter(Phone::hasTheCall).toList();
    assertThat(talking).hasSize(1);
    Phone first = talking.getFirst();
    Phone second = first == three.laptop() ? three.tablet() : three.laptop();
    assertThat(first.talks()).isEqualTo(call);
    end(three, ana, first, call);
    assertThat(ana.story()).containsExactly("Dialing", "Connecting", "Talking", "COMPLETED");
    assertThat(first.story()).containsExactly("Ringing", "Connecting", "Talking", "COMPLETED");
    assertThat(second.story())
        .isIn(List.of("Ringing", "ELSEWHERE"), List.of("Ringing", "Connecting", "ELSEWHERE"));
    return call;
  }

  /** One of the two, or both at once. */
  private void end(Three three, Phone one, Phone other, CallId call) {
    switch (random.nextInt(3)) {
      case 0 -> one.presses(CallsAtOnceTest::hangUp);
      case 1 -> other.presses(CallsAtOnceTest::hangUp);
      default -> press(one, CallsAtOnceTest::hangUp, other, CallsAtOnceTest::hangUp);
    }
    assertThat(three.all().map(phone -> phone.hearsTheEndOf(call)).distinct()).hasSize(1);
    assertThat(three.all()).allMatch(Phone::isQuiet);
    three.all().forEach(phone -> phone.presses(CallsAtOnceTest::dismiss));
  }

  /** Exactly together, or one a little later. */
  private void press(
      Phone one, Consumer<CallEngine> key, Phone other, Consumer<CallEngine> otherKey) {
    CyclicBarrier together = new CyclicBarrier(2);
    Duration apart = Duration.ofNanos(random.nextInt(APART_MILLIS * 1_000_000));
    int late = random.nextInt(3);
    var first = one.presses(together, late == 1 ? apart : Duration.ZERO, key);
    var second = other.presses(together, late == 2 ? apart : Duration.ZERO, otherKey);
    first.join();
    second.join();
  }

  private static Consumer<CallEngine> dial(Phone peer) {
    return engine -> engine.dial(peer.me());
  }

  private static void accept(CallEngine engine) {
    engine.on(new CallEvent.Accept());
  }

  private static void hangUp(CallEngine engine) {
    engine.on(new CallEvent.HangUp());
  }

  private static void dismiss(CallEngine engine) {
    engine.on(new CallEvent.Dismiss());
  }

  /** Ana, and Ben with two devices. */
  private record Three(Phone ana, Phone laptop, Phone tablet) {
    Stream<Phone> all() {
      return Stream.of(ana, laptop, tablet);
    }

    Stream<Phone> bens() {
      return Stream.of(laptop, tablet);
    }
  }

  /** Plays one round, and tells which call it was. */
  private interface Round {
    CallId play(Three three);
  }

  private void inThrees(Round round) throws Exception {
    for (int i = 0; i < ROUNDS / ROUNDS_OF_THREE; i++) {
      try (Phone ana = register("ana" + i);
          Phone laptop = register("ben" + i);
          Phone tablet = signIn("ben" + i)) {
        play(new Three(ana, laptop, tablet), round);
      }
    }
  }

  private void play(Three three, Round round) throws Exception {
    SignedIn ana = three.ana().signedIn();
    ConversationId talk = ana.api().openConversation(three.laptop().me().id()).id();
    three.all().forEach(Phone::isConnected);
    List<CallId> calls = new ArrayList<>();
    for (int i = 0; i < ROUNDS_OF_THREE; i++) {
      calls.add(round.play(three));
    }
    // The line is written after both have heard of the end.
    await()
        .untilAsserted(() ->
            assertThat(ana.api().messagesAfter(talk, 0, 100).messages())
                .extracting(line -> Objects.requireNonNull(line.call()).callId())
                .isEqualTo(calls));
    for (Phone phone : List.of(three.ana(), three.laptop())) {
      assertThat(phone.signedIn().api().calls(Optional.empty(), 100))
          .extracting(Call::id)
          .isEqualTo(calls.reversed());
    }
  }

  private Phone register(String username) throws Exception {
    TestApp app = app(username);
    return new Phone(username, app, app.register(server.address(), username));
  }

  private Phone signIn(String username) throws Exception {
    TestApp app = app(username + " again");
    return new Phone(
        username + " again", app, app.signIn(server.address(), username, Stay.UNTIL_QUIT));
  }

  private TestApp app(String name) throws Exception {
    TestApp app = new TestApp(folder.resolve(name));
    app.trust().trust(server.address(), server.authority());
    return app;
  }

  /** Of every call in the server's store; the server is closed by that. */
  private List<String> storedReasons() throws Exception {
    server.close();
    Path file = folder.resolve("server").resolve("charla.db");
    List<String> reasons = new ArrayList<>();
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
        var query = database.createStatement();
        var rows = query.executeQuery("SELECT reason FROM calls")) {
      while (rows.next()) {
        reasons.add(rows.getString(1));
      }
    }
    return reasons;
  }
}
