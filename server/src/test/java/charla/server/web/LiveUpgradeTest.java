package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.CloseCode;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import charla.server.live.Connections;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a live connection. */
class LiveUpgradeTest extends ServerCase {
  @Override
  TestServer start(Path folder) {
    return TestServer.start(folder, new Connections.Caps(10, 12, 10_000));
  }

  @ParameterizedTest(name = "W1: a page of {0} is refused")
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://127.0.0.1.evil.example",
        "http://127.0.0.1@evil.example",
        "http://127.0.0.1:81",
        "null",
        "file://",
        "not an origin"
      })
  void w1AForeignOriginIsRefused(String origin) throws Exception {
    TestClient ana = server().register("ana");
    RawPeer peer = peer();

    peer.askUpgrade("Authorization: Bearer " + ana.token() + "\r\nOrigin: " + origin + "\r\n");

    RawPeer.Answer answer = peer.answer();
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo(ErrorCode.FOREIGN_ORIGIN);
  }

  @Test
  void w1OnesOwnOriginIsTaken() throws Exception {
    TestClient ana = server().register("ana");
    RawPeer peer = peer();

    peer.askUpgrade("Authorization: Bearer " + ana.token() + "\r\nOrigin: http://127.0.0.1\r\n");

    assertThat(peer.answer().status()).isEqualTo(101);
  }

  @Test
  void w1AnUpgradeSetsNoCookie() throws Exception {
    TestClient ana = server().register("ana");
    RawPeer peer = peer();

    peer.askUpgrade("Authorization: Bearer " + ana.token() + "\r\n");

    assertThat(peer.answer().head()).doesNotContainIgnoringCase("set-cookie");
  }

  @ParameterizedTest(name = "W2: refused with {0}")
  @ValueSource(
      strings = {
        "X-Nothing: here",
        "Authorization: Bearer",
        "Authorization: Bearer ",
        "Authorization: Basic YW5hOnBhc3N3b3Jk",
        "Authorization: Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Authorization: TOKEN",
        "Cookie: token=TOKEN",
        "Sec-WebSocket-Protocol: TOKEN"
      })
  void w2WithoutATokenInItsHeaderThereIsNoUpgrade(String header) throws Exception {
    TestClient ana = server().register("ana");
    RawPeer peer = peer();

    peer.askUpgrade(header.replace("TOKEN", ana.token()) + "\r\n");

    RawPeer.Answer answer = peer.answer();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo(ErrorCode.SESSION_ENDED);
  }

  @Test
  void w2AnOldTokenIsRefused() throws Exception {
    TestClient ana = server().register("ana");
    ana.delete("/sessions/current");
    RawPeer peer = peer();

    peer.askUpgrade("Authorization: Bearer " + ana.token() + "\r\n");

    assertThat(peer.answer().status()).isEqualTo(401);
  }

  @ParameterizedTest(name = "T7: a token as ?{0}= is refused")
  @ValueSource(strings = {"token", "access_token", "authorization", "bearer"})
  void t7ATokenInTheUrlIsRefused(String name) throws Exception {
    TestClient ana = server().register("ana");
    RawPeer peer = peer();

    peer.askUpgrade(Limits.LIVE_PATH + "?" + name + "=" + ana.token(), "");

    assertThat(peer.answer().status()).isEqualTo(401);
    assertThat(server().client().get("/me?" + name + "=" + ana.token()).status()).isEqualTo(401);
  }

  @Test
  void w5NoCompressionIsNegotiated() throws Exception {
    TestClient ana = server().register("ana");
    RawPeer peer = peer();

    peer.askUpgrade(
        "Authorization: Bearer "
            + ana.token()
            + "\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n");

    RawPeer.Answer answer = peer.answer();
    assertThat(answer.status()).isEqualTo(101);
    assertThat(answer.head()).doesNotContainIgnoringCase("extensions");
  }

  @Test
  void w7TheEleventhDeviceOfAPersonClosesTheOldest() {
    TestClient ana = server().register("ana");
    List<TestLive> ten =
        IntStream.range(0, 10).mapToObj(i -> server().secondDevice(ana).live()).toList();

    ana.live();

    assertThat(ten.getFirst().closeCode()).isEqualTo(CloseCode.REPLACED);
    ten.subList(1, 10).forEach(live -> live.heardNo(ServerFrame.Resync.class));
  }

  @Test
  void w7AnAddressWithTooManyConnectionsIsToldWhenToComeBack() throws Exception {
    IntStream.range(0, 12).forEach(i -> server().register("user" + i).live());
    TestClient late = server().register("late");
    RawPeer peer = peer();

    peer.askUpgrade("Authorization: Bearer " + late.token() + "\r\n");

    RawPeer.Answer answer = peer.answer();
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.head()).contains("Retry-After: 30");
  }

  @Test
  void aPlainRequestWhereWebSocketsBeginIsRefusedInWords() {
    assertThat(server().register("ana").get("/live").code()).isEqualTo(ErrorCode.NOT_FOUND);
  }
}
