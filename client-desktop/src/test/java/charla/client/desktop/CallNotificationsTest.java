package charla.client.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.call.FakeCalls;
import charla.client.call.Idle;
import charla.client.ui.Texts;
import charla.protocol.CallReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A call finds those who look at another program. */
class CallNotificationsTest {
  private final Told told = new Told();
  private final List<String> opened = new ArrayList<>();
  private boolean looks;
  private final CallNotifications notifications =
      new CallNotifications(
          FakeCalls.EVA.id(),
          new Texts(Locale.UK),
          told,
          () -> looks,
          person -> opened.add(person.displayName()));

  @Test
  void aCallThatRingsIsToldAndTakenBackWhenItRingsNoMore() {
    notifications.changed(FakeCalls.ringing());
    notifications.changed(FakeCalls.ringing());
    notifications.changed(new Idle());

    assertThat(told.words).containsExactly("Ana: Incoming voice call", "taken back");
  }

  @Test
  void aMissedCallIsToldAndAClickOpensTheConversation() {
    notifications.changed(FakeCalls.ringing());
    notifications.changed(new Idle());
    notifications.ended(FakeCalls.ended(FakeCalls.ANA, FakeCalls.EVA, CallReason.NO_ANSWER));

    assertThat(told.words).last().isEqualTo("Ana: Missed call");
    told.last.open().run();
    assertThat(opened).containsExactly("Ana");
  }

  @Test
  void nobodyIsToldOfWhatTheySeeAnyway() {
    looks = true;

    notifications.changed(FakeCalls.ringing());
    notifications.changed(new Idle());
    notifications.ended(FakeCalls.ended(FakeCalls.ANA, FakeCalls.EVA, CallReason.NO_ANSWER));

    assertThat(told.words).isEmpty();
  }

  @Test
  void aCallThatOneMadeOrTookOrDeclinedIsNotMissed() {
    notifications.ended(FakeCalls.ended(FakeCalls.EVA, FakeCalls.ANA, CallReason.NO_ANSWER));
    notifications.ended(FakeCalls.ended(FakeCalls.ANA, FakeCalls.EVA, CallReason.COMPLETED));
    notifications.ended(FakeCalls.ended(FakeCalls.ANA, FakeCalls.EVA, CallReason.DECLINED));

    assertThat(told.words).isEmpty();
  }

  /** A desktop. */
  private static final class Told implements Notifications {
    private final List<String> words = new ArrayList<>();
    private Notification last = new Notification("", "", "", Notification.Urgency.NORMAL, () -> {});

    @Override
    public void show(Notification notification) {
      words.add(notification.title() + ": " + notification.text());
      last = notification;
    }

    @Override
    public void withdraw(String about) {
      words.add("taken back");
    }

    @Override
    public void close() {}
  }
}
