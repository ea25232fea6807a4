package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.CloseCode;
import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes on a live connection and is no frame of ours ends that connection and no other. */
class BrokenFramesTest extends ServerCase {
  private static final int TEXT = 0x81;
  private static final int FIRST_PIECE = 0x01;
  private static final int PIECE = 0x00;
  private static final int LAST_PIECE = 0x80;
  private static final int PING = 0x89;

  /** Frames that say nothing which a device may send at once. */
  private static final int SCRAPS = 200;

  /**
   * Its clock of what is too much stands still, so that a flood is over its limit with a certain
   * frame. What a peer sends beyond that would still lie unread when the server hangs up, and the
   * kernel then answers with a reset that may throw the good-bye away.
   */
  @Override
  TestServer start(Path folder) {
    return TestServer.start(folder, time -> Pace.usual(() -> 0));
  }

  @ParameterizedTest(name = "W6: {0} is closed with {2}")
  @CsvSource({
    "not masked,                 8102 6869,                          1002",
    "reserved bit,               f180 00000000,                      1002",
    "unknown opcode,             8380 00000000,                      1002",
    "unknown control frame,      8b80 00000000,                      1002",
    "piece of nothing,           8080 00000000,                      1002",
    "ping in pieces,             0980 00000000,                      1002",
    "no UTF-8,                   8182 00000000 c328,                 1007",
    "surrogate in UTF-8,         8183 00000000 eda080,               1007",
    "half a character,           8181 00000000 c3,                   1007",
    "ping that is too long,      89fe 007e 00000000 00,              1002",
    "bytes,                      8281 00000000 00,                   1007",
    "one byte too large,         81ff 0000000000010001 00000000 00,  1009",
    "length without end,         81ff 7fffffffffffffff 00000000 00,  1009",
    "negative length,            81ff ffffffffffffffff 00000000,     1009",
    "close with a foreign code,  8882 00000000 03ed,                 1002",
    "close with half a code,     8881 00000000 03,                   1002"
  })
  void w6BrokenFramesAreClosedWithTheRightCode(String what, String hex, int code)
      throws IOException {
    TestClient ana = server().register("ana");
    RawPeer peer = peer();
    peer.upgrade(ana.token());

    peer.send(HexFormat.of().parseHex(hex.replace(" ", "")));

    assertThat(peer.closeCode()).as(what).isEqualTo(code);
  }

  @ParameterizedTest(name = "W6: {0} is closed as no frame of ours")
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "null",
        "[]",
        "[{\"type\":\"ping\"}]",
        "{\"type\":\"ping\"} {}",
        "{\"type\":\"ping\",\"type\":\"ping\"}",
        "{\"type\":\"read\",\"conversationId\":\"0123456789abcdef01234567\",\"seq\":1e999999999}",
        "{\"type\":\"read\",\"conversationId\":\"0123456789abcdef01234567\",\"seq\":NaN}",
        "{\"type\":\"read\",\"conversationId\":\"0123456789abcdef01234567\",\"seq\":0}",
        "{\"type\":\"read\",\"conversationId\":{\"$ne\":null},\"seq\":1}",
        "\ufeff{\"type\":\"ping\"}"
      })
  void w6TextThatIsNoFrameIsClosed(String text) {
    TestLive live = server().register("ana").live();

    live.sendText(text);

    assertThat(live.closeCode()).isEqualTo(CloseCode.INVALID_FRAME);
  }

  @Test
  void i2AHundredThousandBracketsAreNoFrame() throws IOException {
    TestLive live = server().register("ana").live();

    live.sendText("{\"type\":\"ping\",\"x\":" + "[".repeat(60_000));

    assertThat(live.closeCode()).isEqualTo(CloseCode.INVALID_FRAME);
  }

  @Test
  void anUnknownTypeIsRefusedAndTheConnectionStays() {
    TestLive live = server().register("ana").live();

    live.sendText("{\"type\":\"wave\",\"with\":[\"both\",\"hands\"]}");

    live.next(ServerFrame.Rejected.class);
    live.heardNo(ServerFrame.Rejected.class);
  }

  @Test
  void i1AFrameOfTheLargestSizeIsTakenAndOneMoreByteIsNot() {
    TestLive live = server().register("ana").live();

    live.sendText(padded(Limits.FRAME_BYTES));
    live.next(ServerFrame.Pong.class);
    live.sendText(padded(Limits.FRAME_BYTES + 1));

    assertThat(live.closeCode()).isEqualTo(CloseCode.TOO_LARGE);
  }

  @Test
  void i1TheLimitHoldsForAllPiecesTogether() throws IOException {
    RawPeer peer = peer();
    peer.upgrade(server().register("ana").token());
    String half = padded(Limits.FRAME_BYTES / 2);

    peer.frame(FIRST_PIECE, half);
    peer.frame(PIECE, half);
    peer.frame(LAST_PIECE, "x");

    assertThat(peer.closeCode()).isEqualTo(CloseCode.TOO_LARGE);
  }

  @Test
  void w6AFrameInPiecesOfOneByteIsTaken() throws IOException {
    TestClient ana = server().register("ana");
    RawPeer peer = peer();
    peer.upgrade(ana.token());
    byte[] frame = "{\"type\":\"é\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    peer.frame(FIRST_PIECE, Arrays.copyOf(frame, 1));
    for (int i = 1; i < frame.length; i++) {
      peer.frame(PIECE, Arrays.copyOfRange(frame, i, i + 1));
    }
    peer.frame(LAST_PIECE, "");
    peer.frame(TEXT, "then this is none");

    assertThat(peer.closeCode()).isEqualTo(CloseCode.INVALID_FRAME);
  }

  @Test
  void w6PiecesWithoutEndAreClosed() throws IOException {
    RawPeer peer = peer();
    peer.upgrade(server().register("ana").token());

    peer.frame(FIRST_PIECE, "{");
    sendMany(peer, PIECE, SCRAPS);

    assertThat(peer.closeCode()).isEqualTo(CloseCode.FLOOD);
  }

  @Test
  void w6APingFloodIsClosed() throws IOException {
    RawPeer peer = peer();
    peer.upgrade(server().register("ana").token());

    sendMany(peer, PING, SCRAPS + 1);

    assertThat(peer.closeCode()).isEqualTo(CloseCode.FLOOD);
  }

  @Test
  void w6PingsInSmallNumbersAreWelcome() throws IOException {
    RawPeer peer = peer();
    peer.upgrade(server().register("ana").token());

    sendMany(peer, PING, SCRAPS);
    peer.frame(TEXT, "then this is none");

    assertThat(peer.closeCode()).isEqualTo(CloseCode.INVALID_FRAME);
  }

  private static void sendMany(RawPeer peer, int firstByte, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      peer.frame(firstByte, "");
    }
  }

  private static String padded(int bytes) {
    String ping = "{\"type\":\"ping\"}";
    return ping + " ".repeat(bytes - ping.length());
  }
}
