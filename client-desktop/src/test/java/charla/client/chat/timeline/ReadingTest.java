package charla.client.chat.timeline;

import static charla.client.chat.FakeServer.user;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.chat.Conversations;
import charla.client.chat.Device;
import charla.client.chat.FakeServer;
import charla.protocol.ConversationId;
import charla.protocol.User;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a message counts as read. */
class ReadingTest {
  private static final User ANA = user(2, "ana", "Ana");

  @TempDir Path folder;
  private final FakeServer server = new FakeServer();
  private Device device;
  private ConversationId chat;
  private TimelineViewModel model;

  @BeforeEach
  void openTheConversation() throws Exception {
    chat = server.conversationWith(ANA);
    server.say(chat, ANA, "first");
    device = Device.on(folder, server);
    server.connect();
    Conversations conversations = device.conversations();
    model =
        new TimelineViewModel(
            conversations.open(chat),
            ZoneOffset.UTC,
            () -> conversations.markRead(chat, device.entry(chat).lastSeqProperty().get()));
  }

  @AfterEach
  void close() {
    model.close();
    device.close();
  }

  @Test
  void whatIsInViewOfSomebodyIsRead() {
    model.atEndProperty().set(true);
    model.attendedProperty().set(true);

    assertThat(unread()).isZero();
  }

  @Test
  void whatArrivesBeforeSomebodysEyesIsReadAtOnce() {
    model.atEndProperty().set(true);
    model.attendedProperty().set(true);

    server.say(chat, ANA, "second");

    assertThat(unread()).isZero();
  }

  @Test
  void whatArrivesWhileNobodyLooksOrFurtherDownIsNotRead() {
    model.atEndProperty().set(true);
    server.say(chat, ANA, "nobody sits here");
    model.atEndProperty().set(false);
    model.attendedProperty().set(true);
    server.say(chat, ANA, "further down");

    assertThat(unread()).isEqualTo(3);
  }

  private int unread() {
    return device.entry(chat).unreadProperty().get();
  }
}
