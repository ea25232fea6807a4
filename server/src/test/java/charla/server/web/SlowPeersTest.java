package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import charla.protocol.CloseCode;
import charla.protocol.ConversationId;
import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Peers that are slow on purpose: only they suffer. */
class SlowPeersTest extends ServerCase {
  private static final Duration TOO_LONG = Duration.ofSeconds(11);

  /** The largest message there can be: four bytes for each character. */
  private static final String LARGE = "😀".repeat(Limits.TEXT_CODE_POINTS);

  /** More of them than the network and the outbox hold for a reader who does not read. */
  private static final int MANY = 250;

  @Test
  void e1AHeadThatTricklesInIsCut() throws IOException {
    RawPeer peer = peer();
    peer.send("GET /api/v1/server HTTP/1.1\r\nHost: a\r\nX-Slow: ");

    // The server may know of the connection a moment after the network does.
    await()
        .until(() -> {
          server().pass(TOO_LONG);
          return peer.isCut();
        });
  }

  @Test
  void e1TheHeadOfALaterRequestIsHeldToTheSameAndRestingInBetweenIsNot() throws IOException {
    RawPeer peer = peer();
    peer.send("GET /api/v1/server HTTP/1.1\r\nHost: a\r\n\r\n");
    peer.answer();
    server().pass(TOO_LONG);
    assertThat(peer.isCut()).isFalse();

    peer.send("GET /api");

    // It is seen to have begun at one look around, and to be late at another.
    await()
        .until(() -> {
          server().pass(TOO_LONG);
          return peer.isCut();
        });
  }

  @Test
  void e1ABodyThatTricklesInIsCutAndAGoodClientDoesNotNotice() throws IOException {
    RawPeer peer = peer();
    peer.send(
        String.join(
            "\r\n",
            "POST /api/v1/sessions HTTP/1.1",
            "Host: a",
            "Content-Type: application/json",
            "Content-Length: 100",
            "Expect: 100-continue",
            "",
            ""));
    assertThat(peer.answer().status()).isEqualTo(100);
    TestClient good = server().register("good");
    peer.send("{\"user");

    server().pass(TOO_LONG);

    peer.assertCut();
    assertThat(good.get("/me").status()).isEqualTo(200);
  }

  @Test
  void d9AReaderThatStopsReadingIsClosedAndNobodyElseWaits() throws IOException {
    TestClient ana = server().register("ana");
    TestClient bob = server().register("bob");
    TestClient cleo = server().register("cleo");
    ConversationId withCleo = ana.conversationWith(cleo);
    TestLive cleos = cleo.live();
    TestLive anas = ana.live();

    floodWithoutReading(anas, ana, bob);

    long before = System.nanoTime();
    anas.say(withCleo, "still quick?");
    cleos.next(ServerFrame.NewMessage.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    server().pass(TOO_LONG);
    assertThat(gone(anas)).isEqualTo(bob.userId());
    cleos.heardNo(ServerFrame.Resync.class);
  }

  @Test
  void d9AReaderOfAByteASecondIsClosedToo() throws IOException {
    TestClient ana = server().register("ana");
    TestClient bob = server().register("bob");
    TestLive anas = ana.live();

    RawPeer peer = floodWithoutReading(anas, ana, bob);

    await()
        .until(() -> {
          peer.isCut();
          server().pass(Duration.ofSeconds(1));
          return !server().connections().isOnline(bob.userId());
        });
    assertThat(gone(anas)).isEqualTo(bob.userId());
  }

  @Test
  void d9AReaderThatFellBehindIsToldToCatchUpOnceItReadsAgain() {
    TestClient ana = server().register("ana");
    TestClient bob = server().register("bob");
    ConversationId conversation = ana.conversationWith(bob);
    TestLive anas = ana.live();
    TestLive bobs = bob.live();
    server().stopDeadlines();
    bobs.pause();

    say(anas, conversation, MANY);
    bobs.goOn();

    assertThat(bobs.next(ServerFrame.Resync.class).heads())
        .containsExactly(new ServerFrame.Head(conversation, MANY));
    bobs.heardNo(ServerFrame.Resync.class);
  }

  @Test
  void t3SigningOutCutsEvenADeviceThatDoesNotRead() throws IOException {
    TestClient ana = server().register("ana");
    TestClient bob = server().register("bob");
    RawPeer peer = floodWithoutReading(ana.live(), ana, bob);

    long before = System.nanoTime();
    bob.delete("/sessions/current");

    peer.assertCut();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void d9ADeviceThatSaysNothingIsClosedAndOneThatPingsIsNot() {
    server().stopDeadlines();
    TestLive silent = server().register("ana").live();
    TestLive good = server().register("bob").live();
    server().pass(Limits.SILENCE.dividedBy(2));
    good.heardNo(ServerFrame.Resync.class);

    server().pass(Limits.SILENCE.dividedBy(2));

    assertThat(silent.closeCode()).isEqualTo(CloseCode.TOO_SLOW);
    good.heardNo(ServerFrame.Resync.class);
  }

  /** Sends Bob more than his device, which does not read, and the network can hold. */
  private RawPeer floodWithoutReading(TestLive anas, TestClient ana, TestClient bob)
      throws IOException {
    ConversationId conversation = ana.conversationWith(bob);
    RawPeer peer = peer();
    peer.upgrade(bob.token());
    say(anas, conversation, MANY);
    return peer;
  }

  private void say(TestLive live, ConversationId conversation, int times) {
    for (int i = 0; i < times; i++) {
      // Else it is Ana who is held back.
      server().allowMore(Duration.ofMillis(100));
      live.say(conversation, LARGE);
    }
  }

  private static charla.protocol.UserId gone(TestLive live) {
    ServerFrame.Presence presence;
    do {
      presence = live.next(ServerFrame.Presence.class);
    } while (presence.online());
    return presence.userId();
  }
}
