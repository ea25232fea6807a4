package charla.client.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * What every free desktop offers on its session bus: the Desktop Notifications Specification of
 * freedesktop.org, as much of it as is used here.
 */
@DBusInterfaceName("org.freedesktop.Notifications")
public interface NotificationServer extends DBusInterface {
  String NAME = "org.freedesktop.Notifications";
  String PATH = "/org/freedesktop/Notifications";

  /** The action of a click on the whole of it. */
  String DEFAULT_ACTION = "default";

  /**
   * Not named as on the bus: the library takes {@code notify} for that of {@link Object}.
   *
   * @param replaces the one whose place it takes; 0 for none
   * @param actions key, words, key, words …
   * @param timeout in ms; -1 as the desktop likes
   * @return the number of what is shown
   */
  @DBusMemberName("Notify")
  UInt32 show(
      String app,
      UInt32 replaces,
      String icon,
      String title,
      String text,
      List<String> actions,
      Map<String, Variant<?>> hints,
      int timeout);

  @DBusMemberName("CloseNotification")
  void closeNotification(UInt32 id);

  /** Somebody clicked. */
  class ActionInvoked extends DBusSignal {
    private final UInt32 id;

    public ActionInvoked(String path, UInt32 id, String action) throws DBusException {
      super(path, id, action);
      this.id = id;
    }

    UInt32 id() {
      return id;
    }
  }
}
