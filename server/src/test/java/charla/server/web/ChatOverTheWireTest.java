package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.ClientFrame;
import charla.protocol.ClientId;
import charla.protocol.Conversation;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Message;
import charla.protocol.ServerFrame;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people and their devices talk through a real server. */
class ChatOverTheWireTest {
  @TempDir private Path folder;
  private TestServer server;
  private TestClient ana;
  private TestClient bob;
  private ConversationId conversation;

  @BeforeEach
  void twoPeople() {
    server = TestServer.start(folder);
    ana = server.register("ana");
    bob = server.register("bob");
    conversation = ana.conversationWith(bob);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aMessageReachesTheOtherPersonAndIsInTheLog() {
    TestLive anas = ana.live();
    TestLive bobs = bob.live();

    Message accepted = anas.say(conversation, "hello");

    assertThat(bobs.next(ServerFrame.NewMessage.class).message()).isEqualTo(accepted);
    assertThat(messages(bob, "")).containsExactly(accepted);
  }

  @Test
  void d8EveryOtherDeviceOfBothSeesAMessageOnceAndReadingOnOneTellsAll() {
    TestLive anas = ana.live();
    List<TestLive> others =
        List.of(server.secondDevice(ana).live(), bob.live(), server.secondDevice(bob).live());

    Message message = anas.say(conversation, "hello");
    others.forEach(
        live -> assertThat(live.next(ServerFrame.NewMessage.class).message()).isEqualTo(message));
    others.getLast().send(new ClientFrame.Read(conversation, 1));

    others.forEach(live ->
        assertThat(live.next(ServerFrame.Receipt.class))
            .isEqualTo(new ServerFrame.Receipt(conversation, bob.userId(), 1, 1)));
    anas.next(ServerFrame.Receipt.class);
    others.forEach(live -> live.heardNo(ServerFrame.NewMessage.class));
    anas.heardNo(ServerFrame.NewMessage.class);
  }

  @Test
  void aRepeatedClientIdGetsTheFirstAnswerAndNobodyElseHears() {
    TestLive anas = ana.live();
    TestLive bobs = bob.live();
    ClientFrame frame =
        new ClientFrame.SendMessage(ClientId.random(new SecureRandom()), conversation, "once");
    anas.send(frame);
    var first = anas.next(ServerFrame.MessageAccepted.class);
    bobs.next(ServerFrame.NewMessage.class);

    anas.send(frame);

    assertThat(anas.next(ServerFrame.MessageAccepted.class)).isEqualTo(first);
    bobs.heardNo(ServerFrame.NewMessage.class);
    assertThat(messages(ana, "")).hasSize(1);
  }

  @Test
  void aClientIdWithOtherContentIsRefused() {
    TestLive anas = ana.live();
    ClientId clientId = ClientId.random(new SecureRandom());
    anas.send(new ClientFrame.SendMessage(clientId, conversation, "one"));
    anas.next(ServerFrame.MessageAccepted.class);

    var refused = anas.refused(new ClientFrame.SendMessage(clientId, conversation, "two"));

    assertThat(refused.code()).isEqualTo(ErrorCode.CLIENT_ID_CONFLICT);
    assertThat(refused.clientId()).isEqualTo(clientId);
  }

  @Test
  void marksOnlyGrowAndShowInTheStatusOfMessages() {
    TestLive anas = ana.live();
    TestLive bobs = bob.live();
    anas.say(conversation, "one");
    anas.say(conversation, "two");
    anas.say(conversation, "three");

    bobs.send(new ClientFrame.Delivered(conversation, 2));
    bobs.next(ServerFrame.Receipt.class);
    bobs.send(new ClientFrame.Read(conversation, 1));
    bobs.next(ServerFrame.Receipt.class);
    bobs.send(new ClientFrame.Delivered(conversation, 1));

    bobs.heardNo(ServerFrame.Receipt.class);
    assertThat(messages(ana, ""))
        .extracting(Message::status)
        .containsExactly(Message.Status.READ, Message.Status.DELIVERED, Message.Status.SENT);
  }

  @Test
  void aMarkBeyondTheEndIsRefused() {
    TestLive bobs = bob.live();

    var refused = bobs.refused(new ClientFrame.Read(conversation, 1));

    assertThat(refused.code()).isEqualTo(ErrorCode.BEYOND_END);
  }

  @Test
  void theLogIsReadInPagesFromBothEnds() {
    TestLive anas = ana.live();
    for (int i = 1; i <= 5; i++) {
      anas.say(conversation, "message " + i);
    }

    assertThat(messages(bob, "?limit=2")).extracting(Message::seq).containsExactly(4L, 5L);
    assertThat(messages(bob, "?before=4&limit=2")).extracting(Message::seq).containsExactly(2L, 3L);
    assertThat(messages(bob, "?after=3")).extracting(Message::seq).containsExactly(4L, 5L);
    assertThat(messages(bob, "?after=5")).isEmpty();
  }

  @Test
  void aNewConversationIsShownToAllDevicesOfBoth() {
    TestClient eve = server.register("eve");
    TestLive anas = ana.live();
    TestLive eves = eve.live();

    ConversationId opened = ana.conversationWith(eve);

    assertThat(anas.next(ServerFrame.ConversationChanged.class).conversation().id())
        .isEqualTo(opened);
    assertThat(eves.next(ServerFrame.ConversationChanged.class).conversation().id())
        .isEqualTo(opened);
    assertThat(eve.conversationWith(ana)).isEqualTo(opened);
    eves.heardNo(ServerFrame.ConversationChanged.class);
  }

  @Test
  void theListBeginsWithWhatMovedLastAndCountsWhatIsUnread() {
    TestClient eve = server.register("eve");
    ConversationId withEve = ana.conversationWith(eve);
    TestLive bobs = bob.live();
    bobs.say(conversation, "one");
    bobs.say(conversation, "two");

    List<Conversation> list =
        ana.get("/conversations").as(Bodies.Conversations.class).conversations();

    assertThat(list).extracting(Conversation::id).containsExactly(conversation, withEve);
    assertThat(list.getFirst().unread()).isEqualTo(2);
    assertThat(list.getFirst().lastMessage()).isNotNull();
    assertThat(list.getLast().unread()).isZero();
  }

  @Test
  void theWelcomeAndThePongSayWhatMoved() {
    TestLive bobs = bob.live();
    bobs.send(new ClientFrame.Ping());
    assertThat(bobs.next(ServerFrame.Pong.class).moved()).isEmpty();

    ana.live().say(conversation, "hello");
    bobs.next(ServerFrame.NewMessage.class);
    bobs.send(new ClientFrame.Ping());

    assertThat(bobs.next(ServerFrame.Pong.class).moved())
        .containsExactly(new ServerFrame.Head(conversation, 1));
  }

  @Test
  void typingReachesTheOtherPersonOnly() {
    TestLive anas = ana.live();
    TestLive bobs = bob.live();

    anas.send(new ClientFrame.Typing(conversation));

    assertThat(bobs.next(ServerFrame.Typing.class).userId()).isEqualTo(ana.userId());
    anas.heardNo(ServerFrame.Typing.class);
  }

  @Test
  void comingAndGoingIsToldToThoseWhoShareAConversation() {
    TestLive eves = server.register("eve").live();
    TestLive anas = ana.live();

    TestLive bobs = bob.live();
    assertThat(anas.next(ServerFrame.Presence.class))
        .isEqualTo(new ServerFrame.Presence(bob.userId(), true, null));
    bobs.close();

    ServerFrame.Presence left = anas.next(ServerFrame.Presence.class);
    assertThat(left.online()).isFalse();
    assertThat(left.lastSeen()).isNotNull();
    eves.heardNo(ServerFrame.Presence.class);
  }

  @Test
  void whoBlocksIsNeitherReachedNorSeen() {
    TestLive anas = ana.live();
    TestLive bobs = bob.live();
    bob.ask("PUT", "/blocks/" + ana.userId(), java.net.http.HttpRequest.BodyPublishers.noBody());

    var clientId = ClientId.random(new SecureRandom());
    assertThat(anas.refused(new ClientFrame.SendMessage(clientId, conversation, "hi")).code())
        .isEqualTo(ErrorCode.NOT_ALLOWED);
    anas.send(new ClientFrame.Typing(conversation));
    anas.heardNo(ServerFrame.Rejected.class);
    bobs.heardNo(ServerFrame.Typing.class);
    assertThat(ana.post("/conversations", new Bodies.OpenConversation(bob.userId())).code())
        .isEqualTo(ErrorCode.NOT_ALLOWED);
    assertThat(ana.get("/users/" + bob.userId()).as(charla.protocol.User.class).online()).isFalse();
  }

  @Test
  void aNewNameIsShownInEverybodysConversations() {
    TestLive bobs = bob.live();

    ana.patch("/me", new Bodies.EditMe("Ana Ruiz")).as(Bodies.Me.class);

    assertThat(bobs.next(ServerFrame.ConversationChanged.class).conversation().members())
        .extracting(m -> m.user().displayName())
        .contains("Ana Ruiz");
  }

  @Test
  void i1TextThatIsTooLongOrCannotBeStoredIsRefusedAndTheConnectionStays() {
    TestLive anas = ana.live();

    assertThat(refusedText(anas, " \n ")).isEqualTo(ErrorCode.TEXT_EMPTY);
    assertThat(refusedText(anas, "a\0b")).isEqualTo(ErrorCode.TEXT_INVALID);
    assertThat(refusedText(anas, "x".repeat(8_001))).isEqualTo(ErrorCode.TEXT_TOO_LONG);
    assertThat(anas.say(conversation, "😀".repeat(8_000)).content()).hasSize(16_000);
  }

  private ErrorCode refusedText(TestLive live, String text) {
    ClientId clientId = ClientId.random(new SecureRandom());
    return live.refused(new ClientFrame.SendMessage(clientId, conversation, text)).code();
  }

  private List<Message> messages(TestClient who, String query) {
    return who.get("/conversations/" + conversation + "/messages" + query)
        .as(Bodies.Messages.class)
        .messages();
  }
}
