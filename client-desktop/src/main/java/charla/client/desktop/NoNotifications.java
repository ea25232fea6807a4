package charla.client.desktop;

/** For desktops that tell nothing. */
public final class NoNotifications implements Notifications {
  @Override
  public void show(Notification notification) {}

  @Override
  public void withdraw(String about) {}

  @Override
  public void close() {}
}
