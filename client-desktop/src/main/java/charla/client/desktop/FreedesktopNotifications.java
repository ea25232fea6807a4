package charla.client.desktop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notifications of Linux desktops, over the session bus. A thread of its own talks to the bus,
 * from the first notification on; where there is no bus, nothing is told.
 */
final class FreedesktopNotifications implements Notifications {
  private static final Logger LOG = LoggerFactory.getLogger(FreedesktopNotifications.class);
  private static final String APP = "Charla";
  private static final UInt32 NONE = new UInt32(0);

  /** What stands there. */
  private record Shown(UInt32 id, Runnable open) {}

  private final Supplier<DBusConnectionBuilder> bus;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("notifications").daemon().factory());
  private final Map<String, Shown> shown = new HashMap<>();
  private @Nullable DBusConnection connection;
  private boolean silent;

  /**
   * @param bus asked for with the first notification; may find none, and say so
   */
  FreedesktopNotifications(Supplier<DBusConnectionBuilder> bus) {
    this.bus = bus;
  }

  static FreedesktopNotifications onSessionBus() {
    return new FreedesktopNotifications(DBusConnectionBuilder::forSessionBus);
  }

  @Override
  public void show(Notification notification) {
    onThread(() -> {
      UInt32 replaced =
          Optional.ofNullable(shown.get(notification.about())).map(Shown::id).orElse(NONE);
      UInt32 id =
          server()
              .show(
                  APP,
                  replaced,
                  "",
                  notification.title(),
                  notification.text(),
                  List.of(NotificationServer.DEFAULT_ACTION, ""),
                  Map.of("urgency", new Variant<>(urgency(notification.urgency()))),
                  -1);
      shown.put(notification.about(), new Shown(id, notification.open()));
    });
  }

  @Override
  public void withdraw(String about) {
    onThread(() -> {
      Shown standing = shown.remove(about);
      if (standing != null) {
        server().closeNotification(standing.id());
      }
    });
  }

  @Override
  public void close() {
    thread.execute(this::disconnect);
    thread.shutdown();
  }

  private void disconnect() {
    if (connection != null) {
      connection.disconnect();
      connection = null;
    }
  }

  private NotificationServer server() throws Exception {
    DBusConnection open = connection;
    if (open == null) {
      open = open();
      connection = open;
      open.addSigHandler(
          NotificationServer.ActionInvoked.class, signal -> onThread(() -> clicked(signal.id())));
    }
    return open.getRemoteObject(
        NotificationServer.NAME, NotificationServer.PATH, NotificationServer.class);
  }

  /** Looked for once: where there is no bus now, there is none later. */
  private DBusConnection open() throws Exception {
    try {
      return bus.get().withShared(false).build();
    } catch (Exception e) {
      silent = true;
      throw e;
    }
  }

  /** As the specification numbers it. */
  private static byte urgency(Notification.Urgency urgency) {
    return switch (urgency) {
      case NORMAL -> 1;
      case URGENT -> 2;
    };
  }

  private void clicked(UInt32 id) {
    shown.values().stream()
        .filter(standing -> standing.id().equals(id))
        .findFirst()
        .ifPresent(standing -> standing.open().run());
  }

  /** Something with the bus, which may fail in any way. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private void onThread(Work work) {
    thread.execute(() -> {
      if (silent) {
        return;
      }
      try {
        work.run();
      } catch (Exception e) {
        LOG.info("this desktop did not take a notification", e);
        disconnect();
      }
    });
  }
}
