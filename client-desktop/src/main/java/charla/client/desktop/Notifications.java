package charla.client.desktop;

import charla.client.ui.OperatingSystem;

/**
 * What the desktop tells beside its windows. Safe for any thread: it never waits, and a desktop
 * that cannot tell is none of the caller's business.
 */
public interface Notifications extends AutoCloseable {
  void show(Notification notification);

  /** Takes back what was told about this, if it still stands there. */
  void withdraw(String about);

  @Override
  void close();

  /** Those of this system; only Linux has some yet. */
  static Notifications ofThisSystem() {
    return OperatingSystem.here() == OperatingSystem.LINUX
        ? FreedesktopNotifications.onSessionBus()
        : new NoNotifications();
  }
}
