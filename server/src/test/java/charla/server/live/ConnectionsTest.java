package charla.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import charla.protocol.CloseCode;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.server.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private static final UserId ANA = new UserId("a".repeat(24));
  private static final UserId BOB = new UserId("b".repeat(24));
  private static final ServerFrame PUSH = new ServerFrame.Pong(List.of());
  private static final ServerFrame RESYNC = new ServerFrame.Resync(List.of());

  private final HandClock clock = new HandClock();
  private final Connections connections =
      new Connections(new Connections.Caps(10, 12, 15), Runnable::run, clock);

  @Test
  void aFrameReachesEveryDeviceOfAPersonAndNobodyElse() {
    FakeSocket laptop = connect(ANA, 1);
    FakeSocket phone = connect(ANA, 2);
    FakeSocket other = connect(BOB, 3);

    connections.deliver(ANA, PUSH);

    assertThat(List.of(laptop, phone)).allSatisfy(s -> assertThat(s.sent).hasSize(2));
    assertThat(other.sent).hasSize(1);
  }

  @Test
  void theDeviceThatSentItCanBeLeftOut() {
    FakeSocket laptop = connect(ANA, 1);
    FakeSocket phone = connect(ANA, 2);

    connections.deliverExcept(List.of(ANA, BOB), session(1), PUSH);

    assertThat(laptop.sent).hasSize(1);
    assertThat(phone.sent).hasSize(2);
  }

  @Test
  void oneDeviceCanBeAnswered() {
    FakeSocket laptop = connect(ANA, 1);
    FakeSocket phone = connect(ANA, 2);

    connections.deliverTo(session(2), PUSH);

    assertThat(laptop.sent).hasSize(1);
    assertThat(phone.sent).hasSize(2);
  }

  @Test
  void whatComesWhileADeviceIsWelcomedFollowsTheWelcome() {
    FakeSocket socket = new FakeSocket();
    Connection connection = register(ANA, 1, "home", socket);

    connections.deliver(ANA, RESYNC);
    connection.open(PUSH);
    socket.takeAll();

    assertThat(socket.sent).hasSize(2).first().asString().contains("pong");
  }

  @Test
  void aPersonIsOnlineUntilTheLastDeviceLeaves() {
    Connection laptop = register(ANA, 1, "home", new FakeSocket());
    Connection phone = register(ANA, 2, "home", new FakeSocket());

    connections.unregister(laptop);
    assertThat(connections.isOnline(ANA)).isTrue();
    connections.unregister(phone);
    assertThat(connections.isOnline(ANA)).isFalse();
  }

  @Test
  void w7TheOldestDeviceIsClosedForTheEleventh() {
    List<FakeSocket> ten = IntStream.range(0, 10).mapToObj(i -> connect(ANA, i)).toList();

    FakeSocket eleventh = connect(ANA, 10);

    assertThat(ten.getFirst().closeCode).isEqualTo(CloseCode.REPLACED);
    assertThat(ten.subList(1, 10)).allSatisfy(s -> assertThat(s.closeCode).isZero());
    assertThat(eleventh.closeCode).isZero();
  }

  @Test
  void aNewConnectionOfTheSameSessionReplacesTheOldOne() {
    FakeSocket before = connect(ANA, 1);

    FakeSocket after = connect(ANA, 1);
    connections.deliverTo(session(1), PUSH);

    assertThat(before.closeCode).isEqualTo(CloseCode.REPLACED);
    assertThat(before.sent).hasSize(1);
    assertThat(after.sent).hasSize(2);
  }

  @Test
  void theEndOfAReplacedConnectionDoesNotTakeTheNewOneWithIt() {
    Connection before = register(ANA, 1, "home", new FakeSocket());
    FakeSocket after = connect(ANA, 1);

    connections.unregister(before);
    connections.deliverTo(session(1), PUSH);

    assertThat(connections.isOnline(ANA)).isTrue();
    assertThat(after.sent).hasSize(2);
  }

  @Test
  void w7AnAddressAndTheServerHaveTheirLimits() {
    List<Connection> atHome = new ArrayList<>();
    IntStream.range(0, 12).forEach(i -> atHome.add(register(user(i), i, "home", new FakeSocket())));
    assertRefused("home", ErrorCode.RATE_LIMITED);

    IntStream.range(12, 15).forEach(i -> register(user(i), i, "work", new FakeSocket()));
    assertRefused("elsewhere", ErrorCode.UNAVAILABLE);

    connections.unregister(atHome.getFirst());
    connections.requireRoom("home");
  }

  @Test
  void t3AClosedDeviceGetsNothingMoreAndItsLineIsCutWhenItDoesNotSayGoodBye() {
    FakeSocket socket = connect(ANA, 1);

    connections.close(session(1), CloseCode.SESSION_ENDED);
    connections.deliver(ANA, PUSH);
    clock.pass(Connection.GOODBYE);
    connections.sweep();

    assertThat(socket.closeCode).isEqualTo(CloseCode.SESSION_ENDED);
    assertThat(socket.sent).hasSize(1);
    assertThat(socket.aborted).isTrue();
  }

  @Test
  void d9ADeviceThatTakesNothingIsClosedAndNoOther() {
    FakeSocket good = connect(ANA, 1);
    FakeSocket stuck = new FakeSocket();
    register(ANA, 2, "home", stuck).open(PUSH);

    clock.pass(Outbox.PATIENCE);
    connections.sweep();

    assertThat(stuck.closeCode).isEqualTo(CloseCode.TOO_SLOW);
    assertThat(good.closeCode).isZero();
  }

  @Test
  void d9ADeviceThatSaysNothingIsClosedHoweverMuchItIsTold() {
    FakeSocket silent = new FakeSocket();
    Connection connection = register(ANA, 1, "home", silent);
    connection.open(PUSH);
    silent.takeAll();

    clock.pass(Limits.SILENCE.minusSeconds(1));
    connections.deliver(ANA, PUSH);
    silent.takeAll();
    connections.sweep();
    assertThat(silent.closeCode).isZero();
    clock.pass(Duration.ofSeconds(1));
    connections.sweep();

    assertThat(silent.closeCode).isEqualTo(CloseCode.TOO_SLOW);
  }

  @Test
  void aDeviceThatWasHeardIsNotSilent() {
    FakeSocket socket = new FakeSocket();
    Connection connection = register(ANA, 1, "home", socket);
    clock.pass(Limits.SILENCE.minusSeconds(1));

    connection.heard();
    clock.pass(Duration.ofSeconds(2));
    connections.sweep();

    assertThat(socket.closeCode).isZero();
  }

  @Test
  void aDeviceThatLostPushesIsToldToCatchUp() {
    FakeSocket slow = new FakeSocket();
    register(ANA, 1, "home", slow).open(PUSH);
    IntStream.range(0, Outbox.MAX_FRAMES + 1).forEach(i -> connections.deliver(ANA, PUSH));

    slow.takeAll();

    assertThat(slow.sent).last().asString().contains("resync");
  }

  @Test
  void whoCannotBeToldToCatchUpHasToConnectAgain() {
    FakeSocket slow = new FakeSocket();
    Connection.Party party = new Connection.Party(ANA, session(1), "home");
    connections
        .register(
            party,
            slow,
            () -> {
              throw new Refusal(ErrorCode.UNAVAILABLE, "no store");
            })
        .open(PUSH);
    IntStream.range(0, Outbox.MAX_FRAMES + 1).forEach(i -> connections.deliver(ANA, PUSH));

    slow.takeAll();

    assertThat(slow.closeCode).isEqualTo(CloseCode.TOO_SLOW);
  }

  private void assertRefused(String address, ErrorCode code) {
    assertThatThrownBy(() -> connections.requireRoom(address))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.retryAfter()).isPresent();
            });
  }

  /** A device that has taken its welcome. */
  private FakeSocket connect(UserId user, int session) {
    FakeSocket socket = new FakeSocket();
    register(user, session, "home", socket).open(PUSH);
    socket.takeAll();
    return socket;
  }

  private Connection register(UserId user, int session, String address, Socket socket) {
    return connections.register(
        new Connection.Party(user, session(session), address), socket, () -> RESYNC);
  }

  private static UserId user(int n) {
    return new UserId("%024x".formatted(n));
  }

  private static SessionId session(int n) {
    return new SessionId("%024x".formatted(n));
  }
}
