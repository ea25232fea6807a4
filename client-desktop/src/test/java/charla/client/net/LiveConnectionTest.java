package charla.client.net;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.net.FakeTransport.FakeLine;
import charla.client.notice.Problem;
import charla.protocol.ClientFrame;
import charla.protocol.CloseCode;
import charla.protocol.ConversationId;
import charla.protocol.Fingerprint;
import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import charla.protocol.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How one live connection is kept, by a clock and a network that the test moves. */
class LiveConnectionTest {
  private static final Problem AWAY = new Problem.Unreachable("home.lan");

  private final ManualTime time = new ManualTime();
  private final FakeTransport transport = new FakeTransport();
  private final Trampoline one = new Trampoline();
  private final List<LinkState> states = new ArrayList<>();
  private final List<ServerFrame> frames = new ArrayList<>();
  private String network = "home";
  private Duration slept = Duration.ZERO;
  private final LiveConnection live =
      new LiveConnection(
          "home.lan",
          transport,
          new Threads(one, one, one, time),
          () -> time.instant().plus(slept),
          new Random(7),
          () -> network);

  @BeforeEach
  void start() {
    live.start(
        new Live.Listener() {
          @Override
          public void state(LinkState state) {
            states.add(state);
          }

          @Override
          public void frame(ServerFrame frame) {
            frames.add(frame);
          }
        });
  }

  @Test
  void isOnlineFromTheWelcomeOn() {
    assertThat(states).containsExactly(new LinkState.Connecting(time.instant()));
    assertThat(live.send(new ClientFrame.Ping())).isFalse();

    transport.line().welcome();

    assertThat(states).last().isEqualTo(new LinkState.Online());
    assertThat(frames).singleElement().isInstanceOf(ServerFrame.Welcome.class);
    assertThat(live.send(new ClientFrame.Ping())).isTrue();
  }

  @Test
  void framesArriveInOrder() {
    transport.line().welcome();
    List<ServerFrame> typing =
        IntStream.range(1, 100)
            .<ServerFrame>mapToObj(i ->
                new ServerFrame.Typing(
                    new ConversationId("%024x".formatted(i)), new UserId("%024x".formatted(i))))
            .toList();

    typing.forEach(transport.line()::say);

    assertThat(frames.subList(1, frames.size())).isEqualTo(typing);
  }

  @Test
  void staysOnlineAsLongAsPongsCome() {
    transport.line().welcome();
    for (int i = 0; i < 20; i++) {
      time.pass(Limits.PING_EVERY);
      assertThat(transport.line().sent).hasSize(i + 1);
      transport.line().say(new ServerFrame.Pong(List.of()));
    }

    assertThat(transport.attempts()).isEqualTo(1);
  }

  @Test
  void d3SilenceIsShownWithin35SecondsEvenWhenOtherFramesStillCome() {
    FakeLine line = transport.line();
    line.welcome();
    for (int second = 0; second < 35; second++) {
      time.pass(Duration.ofSeconds(1));
      line.say(
          new ServerFrame.Typing(
              new ConversationId("%024x".formatted(1)), new UserId("%024x".formatted(1))));
    }

    assertThat(line.closed).isTrue();
    assertThat(states)
        .anyMatch(s -> s instanceof LinkState.Waiting waiting && waiting.problem().equals(AWAY));
  }

  @Test
  void aServerThatOpensAndSaysNothingIsGivenUp() {
    time.pass(Limits.PONG_WITHIN);

    assertThat(transport.line().closed || transport.attempts() > 1).isTrue();
    assertThat(states).anyMatch(LinkState.Waiting.class::isInstance);
  }

  @Test
  void anAttemptThatNeverEndsIsGivenUp() {
    transport.line().listener.closed(1006);
    transport.hangNext();
    time.pass(Backoff.FIRST);
    int before = transport.attempts();

    time.pass(Duration.ofSeconds(20));

    assertThat(transport.attempts()).isGreaterThan(before);
  }

  @Test
  void triesAgainLessAndLessOftenButAtLeastEveryHalfMinute() {
    IntStream.range(0, 50).forEach(i -> transport.fail(AWAY));
    transport.line().listener.closed(1006);
    time.pass(Duration.ofMinutes(10));

    // The average wait is 15 s once the bound is reached.
    assertThat(transport.attempts()).isBetween(25, 60);
  }

  @Test
  void aPersonNeedsNotWait() {
    assertEndsTheWaiting(live::retryNow);
  }

  @Test
  void aNetworkThatComesBackEndsTheWaiting() {
    IntStream.range(0, 100).forEach(i -> transport.fail(AWAY));
    transport.line().listener.closed(1006);
    time.pass(Duration.ofMinutes(2));
    int before = transport.attempts();

    network = "office";
    time.pass(Duration.ofSeconds(2));

    assertThat(transport.attempts()).isGreaterThan(before);
  }

  @Test
  void c6AProbeFindsOutSoonThatTheServerIsGoneAndOpensAnewWhereTheNetworkIsAnother() {
    FakeLine line = transport.line();
    line.welcome();
    time.pass(Duration.ofSeconds(1));

    network = "street";
    live.probe();
    time.pass(Attempt.PROBED_WITHIN);

    assertThat(line.closed).isTrue();
    assertThat(transport.attempts()).isEqualTo(2);
  }

  @Test
  void c6WhoProbesAgainDoesNotWaitLonger() {
    FakeLine line = transport.line();
    line.welcome();

    live.probe();
    time.pass(Attempt.PROBED_WITHIN.dividedBy(2));
    live.probe();
    time.pass(Attempt.PROBED_WITHIN.dividedBy(2));

    assertThat(line.closed).isTrue();
  }

  @Test
  void aProbeThatIsAnsweredChangesNothing() {
    FakeLine line = transport.line();
    line.welcome();

    live.probe();
    assertThat(line.sent).hasSize(1);
    line.say(new ServerFrame.Pong(List.of()));
    time.pass(Attempt.PROBED_WITHIN.multipliedBy(2));

    assertThat(line.closed).isFalse();
    assertThat(transport.attempts()).isEqualTo(1);
  }

  @Test
  void onWakingItAsksAtOnceWhetherTheServerIsStillThere() {
    FakeLine line = transport.line();
    line.welcome();

    slept = Duration.ofHours(8);
    time.pass(Duration.ofSeconds(5));

    assertThat(line.sent).hasSize(1);
    time.pass(Attempt.PROBED_WITHIN);
    assertThat(line.closed).isTrue();
  }

  @Test
  void d3WhoComesIntoAnotherNetworkIsOnlineThereSoon() {
    FakeLine line = transport.line();
    line.welcome();

    network = "street";
    time.pass(Duration.ofSeconds(5).plus(Attempt.PROBED_WITHIN));

    assertThat(line.closed).isTrue();
    assertThat(transport.attempts()).isEqualTo(2);
  }

  @Test
  void anotherNetworkInWhichTheServerAnswersIsAskedOnce() {
    FakeLine line = transport.line();
    line.welcome();

    network = "home and a tunnel";
    time.pass(Duration.ofSeconds(5));
    line.say(new ServerFrame.Pong(List.of()));
    time.pass(Duration.ofSeconds(10));

    assertThat(line.sent).hasSize(1);
    assertThat(transport.attempts()).isEqualTo(1);
  }

  @Test
  void whatAPersonHasToDecideIsNotProbed() {
    transport.line().welcome();
    transport.line().listener.closed(CloseCode.SUSPENDED);

    live.probe();

    assertThat(transport.attempts()).isEqualTo(1);
  }

  @Test
  void aProbeDoesNotDisturbAnAttempt() {
    live.probe();
    time.pass(Attempt.PROBED_WITHIN.multipliedBy(2));
    transport.line().welcome();

    assertThat(transport.attempts()).isEqualTo(1);
    assertThat(states).last().isEqualTo(new LinkState.Online());
  }

  @Test
  void aProbeWhileWaitingTriesAtOnce() {
    assertEndsTheWaiting(live::probe);
  }

  private void assertEndsTheWaiting(Runnable what) {
    transport.fail(AWAY);
    transport.fail(AWAY);
    transport.line().listener.closed(1006);
    int before = transport.attempts();

    what.run();

    assertThat(transport.attempts()).isGreaterThan(before);
  }

  static Stream<Arguments> endings() {
    return Stream.of(
        Arguments.of(CloseCode.SESSION_ENDED, new Problem.SessionEnded()),
        Arguments.of(CloseCode.SUSPENDED, new Problem.Suspended()),
        Arguments.of(CloseCode.REPLACED, new Problem.Replaced()));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void closeCodesThatMeanStopStopIt(int closeCode, Problem problem) {
    transport.line().welcome();
    transport.line().listener.closed(closeCode);
    time.pass(Duration.ofMinutes(5));

    assertThat(states).last().isEqualTo(new LinkState.Stopped(problem));
    assertThat(transport.attempts()).isEqualTo(1);
  }

  @Test
  void aRestartOfTheServerIsSaidAndSurvived() {
    transport.line().welcome();
    transport.line().listener.closed(CloseCode.SERVICE_RESTART);
    assertThat(states)
        .anyMatch(s ->
            s instanceof LinkState.Waiting waiting
                && waiting.problem().equals(new Problem.ServerRestarting()));

    time.pass(Backoff.FIRST);
    transport.line().welcome();

    assertThat(states).last().isEqualTo(new LinkState.Online());
  }

  @Test
  void x4AChangedCertificateStopsItUntilAPersonDecides() {
    Fingerprint old = new Fingerprint("ab".repeat(32));
    Problem changed =
        new Problem.CertificateChanged("home.lan", old, new Fingerprint("cd".repeat(32)));
    transport.line().welcome();
    transport.fail(changed);
    transport.line().listener.closed(1006);
    time.pass(Duration.ofMinutes(5));
    assertThat(states).last().isEqualTo(new LinkState.Stopped(changed));
    assertThat(transport.attempts()).isEqualTo(2);

    live.retryNow();
    transport.line().welcome();

    assertThat(states).last().isEqualTo(new LinkState.Online());
  }

  @Test
  void k7AFrameThatCannotBeReadIsIgnored() {
    transport.line().welcome();
    transport.line().listener.text("{\"type\":\"newMessage\",\"message\":{}}");
    transport.line().listener.text("nonsense");
    transport.line().say(new ServerFrame.Pong(List.of()));

    assertThat(frames).hasSize(2);
  }

  @Test
  void closedItStaysClosed() {
    transport.line().welcome();
    live.close();
    live.retryNow();
    time.pass(Duration.ofMinutes(5));

    assertThat(transport.line().closed).isTrue();
    assertThat(transport.attempts()).isEqualTo(1);
  }

  @Test
  void whatAnEndedLineStillSaysIsNotHeard() {
    FakeLine old = transport.line();
    old.welcome();
    old.listener.closed(1006);
    time.pass(Backoff.FIRST);
    transport.line().welcome();
    int before = frames.size();

    old.say(new ServerFrame.Pong(List.of()));
    old.listener.closed(CloseCode.SESSION_ENDED);

    assertThat(frames).hasSize(before);
    assertThat(states).last().isEqualTo(new LinkState.Online());
  }
}
