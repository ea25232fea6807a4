package charla.client.chat;

import static charla.client.chat.FakeServer.ME;
import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import org.junit.jupiter.api.Test;

/** What is unread, read and delivered, and who types. */
class MarksTest extends OneDevice {
  @Test
  void unreadIsCountedUntilItIsRead() {
    server.connect();
    server.say(withAna, ANA, "one");
    server.say(withAna, ANA, "two");
    assertThat(device.entry(withAna).unreadProperty().get()).isEqualTo(2);
    assertThat(device.conversations().totalUnreadProperty().get()).isEqualTo(2);

    device.conversations().markRead(withAna, 1);
    assertThat(device.entry(withAna).unreadProperty().get()).isEqualTo(1);

    device.conversations().markRead(withAna, 2);
    assertThat(device.conversations().totalUnreadProperty().get()).isZero();
    assertThat(server.heard(ClientFrame.Read.class)).last().extracting("seq").isEqualTo(2L);
  }

  @Test
  void unreadThatCameWhileAwayIsCountedOnce() {
    for (int i = 0; i < 130; i++) {
      server.store(withAna, ANA, "m" + i);
    }
    server.connect();
    assertThat(device.entry(withAna).unreadProperty().get()).isEqualTo(Limits.UNREAD_MAX);

    device.conversations().markRead(withAna, 128);
    server.say(withAna, ANA, "last");

    assertThat(device.entry(withAna).unreadProperty().get()).isEqualTo(3);
  }

  @Test
  void ofCallsOnlyThoseThatWereMissedAreUnread() {
    server.connect();
    server.endCall(withAna, ANA, CallReason.COMPLETED);
    server.endCall(withAna, ANA, CallReason.DECLINED);
    assertThat(device.entry(withAna).unreadProperty().get()).isZero();

    server.endCall(withAna, ANA, CallReason.CANCELLED);
    assertThat(device.entry(withAna).unreadProperty().get()).isEqualTo(1);
  }

  @Test
  void whatWasReadOfflineIsToldLater() {
    server.connect();
    server.say(withAna, ANA, "one");
    server.disconnect();
    device.conversations().markRead(withAna, 1);

    server.connect();

    assertThat(server.heard(ClientFrame.Read.class)).last().extracting("seq").isEqualTo(1L);
    assertThat(device.entry(withAna).unreadProperty().get()).isZero();
  }

  @Test
  void d8ReadOnAnotherDeviceIsReadHere() {
    server.connect();
    server.say(withAna, ANA, "one");
    server.say(withAna, ANA, "two");

    server.receipt(withAna, ME, 2, 1);
    assertThat(device.entry(withAna).unreadProperty().get()).isEqualTo(1);

    server.receipt(withAna, ME, 2, 2);
    assertThat(device.entry(withAna).unreadProperty().get()).isZero();
  }

  @Test
  void whatIsOnDiskIsToldAsDelivered() {
    server.connect();
    server.say(withAna, ANA, "one");
    server.say(withAna, ANA, "two");

    assertThat(server.heard(ClientFrame.Delivered.class)).extracting("seq").contains(1L, 2L);
  }

  @Test
  void typingIsShownForSixSecondsOrUntilTheMessageComes() {
    server.connect();
    ServerFrame typing = new ServerFrame.Typing(withAna, ANA.id());
    server.push(typing);
    assertThat(device.entry(withAna).typingProperty().get()).isTrue();
    device.time().pass(Limits.TYPING_SHOWN);
    assertThat(device.entry(withAna).typingProperty().get()).isFalse();

    server.push(typing);
    server.say(withAna, ANA, "typed");
    assertThat(device.entry(withAna).typingProperty().get()).isFalse();
  }

  @Test
  void typingIsToldAtMostEveryThreeSeconds() {
    server.connect();
    device.conversations().typing(withAna);
    device.conversations().typing(withAna);
    assertThat(server.heard(ClientFrame.Typing.class)).hasSize(1);

    device.time().pass(Limits.TYPING_EVERY);
    device.conversations().typing(withAna);
    assertThat(server.heard(ClientFrame.Typing.class)).hasSize(2);
  }
}
