package charla.client.desktop;

import charla.client.call.CallState;
import charla.client.call.Ringing;
import charla.client.chat.CallLineWords;
import charla.client.desktop.Notification.Urgency;
import charla.client.ui.Texts;
import charla.protocol.Call;
import charla.protocol.CallReason;
import charla.protocol.User;
import charla.protocol.UserId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.stage.Window;

/** Tells of calls that come and of calls that were missed, while nobody looks. FX thread only. */
public final class CallNotifications {
  private static final String RINGS = "call";

  private final UserId me;
  private final Texts texts;
  private final Notifications notifications;
  private final BooleanSupplier looks;
  private final Consumer<User> openChat;
  private boolean told;

  /**
   * @param openChat shows the conversation with somebody; on any thread
   */
  public CallNotifications(
      UserId me, Texts texts, Notifications notifications, Consumer<User> openChat) {
    this(me, texts, notifications, CallNotifications::anyWindowHasFocus, openChat);
  }

  CallNotifications(
      UserId me,
      Texts texts,
      Notifications notifications,
      BooleanSupplier looks,
      Consumer<User> openChat) {
    this.me = me;
    this.texts = texts;
    this.notifications = notifications;
    this.looks = looks;
    this.openChat = openChat;
  }

  /** The call is here now. */
  public void changed(CallState state) {
    if (state instanceof Ringing ringing) {
      if (!told && !looks.getAsBoolean()) {
        told = true;
        tell(RINGS, ringing.line().peer(), "call.rings", Urgency.URGENT);
      }
    } else if (told) {
      told = false;
      notifications.withdraw(RINGS);
    }
  }

  /** A call of this person has ended. */
  public void ended(Call call) {
    CallReason reason = Optional.ofNullable(call.reason()).orElse(CallReason.UNKNOWN);
    boolean own = call.caller().id().equals(me);
    if (CallLineWords.isMissed(reason, own) && !looks.getAsBoolean()) {
      tell("missed " + call.caller().id(), call.caller(), "calls.line.missed", Urgency.NORMAL);
    }
  }

  private void tell(String about, User person, String key, Urgency urgency) {
    notifications.show(
        new Notification(
            about, person.displayName(), texts.get(key), urgency, () -> openChat.accept(person)));
  }

  private static boolean anyWindowHasFocus() {
    return Window.getWindows().stream().anyMatch(Window::isFocused);
  }
}
