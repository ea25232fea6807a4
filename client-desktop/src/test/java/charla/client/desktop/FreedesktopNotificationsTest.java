package charla.client.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.AddressResolvingException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real bus, with a desktop that remembers what it was told. */
@Timeout(30)
class FreedesktopNotificationsTest {
  private static final long PATIENCE_S = 10;
  private static final String REFUSED = "Refused";

  @TempDir Path folder;
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> opened = new LinkedBlockingQueue<>();
  private Process bus;
  private DBusConnection desktop;
  private Notifications notifications;

  @BeforeEach
  void startDesktop() throws Exception {
    String address = "unix:path=" + folder.resolve("bus");
    bus =
        new ProcessBuilder(
                "dbus-daemon", "--session", "--nofork", "--print-address", "--address=" + address)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(bus.inputReader().readLine()).as("where it can be reached").startsWith(address);
    desktop = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    desktop.requestBusName(NotificationServer.NAME);
    desktop.exportObject(NotificationServer.PATH, new Desktop());
    notifications = new FreedesktopNotifications(() -> DBusConnectionBuilder.forAddress(address));
  }

  @AfterEach
  void stopDesktop() throws Exception {
    notifications.close();
    desktop.close();
    bus.destroy();
    bus.waitFor();
  }

  @Test
  void theDesktopIsToldAndALaterOneTakesThePlaceOfTheEarlier() throws Exception {
    notifications.show(about("call", "Ana"));
    notifications.show(about("call", "Eva"));
    notifications.show(about("another", "Dad"));

    assertThat(next(told)).isEqualTo("0 Ana: words 2");
    assertThat(next(told)).isEqualTo("1 Eva: words 2");
    assertThat(next(told)).isEqualTo("0 Dad: words 2");
  }

  @Test
  void whatIsOverIsTakenBackOnce() throws Exception {
    notifications.show(about("call", "Ana"));
    notifications.withdraw("call");
    notifications.withdraw("call");
    notifications.show(about("call", "Eva"));

    assertThat(next(told)).isEqualTo("0 Ana: words 2");
    assertThat(next(told)).isEqualTo("closed 1");
    assertThat(next(told)).isEqualTo("0 Eva: words 2");
  }

  @Test
  void aClickOpensWhatWasToldOf() throws Exception {
    notifications.show(about("call", "Ana"));
    notifications.show(about("another", "Dad"));
    next(told);
    next(told);

    desktop.sendMessage(
        new NotificationServer.ActionInvoked(
            NotificationServer.PATH, new UInt32(2), NotificationServer.DEFAULT_ACTION));

    assertThat(next(opened)).isEqualTo("Dad");
  }

  @Test
  void aDesktopThatDidNotTakeOneIsToldOfTheNext() throws Exception {
    notifications.show(about("call", REFUSED));
    notifications.show(about("call", "Eva"));

    assertThat(next(told)).isEqualTo("0 Eva: words 2");
  }

  @Test
  void whereThereIsNoBusNothingHappens() {
    try (Notifications nowhere =
        new FreedesktopNotifications(
            () -> DBusConnectionBuilder.forAddress("unix:path=" + folder.resolve("none")))) {
      nowhere.show(about("call", "Ana"));
      nowhere.withdraw("call");
    }
    assertThat(told).isEmpty();
  }

  @Test
  void whereNobodyKnowsOfABusItIsLookedForOnce() throws Exception {
    BlockingQueue<String> looked = new LinkedBlockingQueue<>();
    try (Notifications nowhere =
        new FreedesktopNotifications(() -> {
          looked.add("looked");
          throw new AddressResolvingException("no bus");
        })) {
      assertThat(looked).isEmpty();
      nowhere.show(about("call", "Ana"));
      nowhere.show(about("call", "Eva"));
      assertThat(next(looked)).isEqualTo("looked");
    }
    assertThat(looked).isEmpty();
  }

  private Notification about(String about, String title) {
    return new Notification(
        about, title, "words", Notification.Urgency.URGENT, () -> opened.add(title));
  }

  private static @Nullable String next(BlockingQueue<String> queue) throws InterruptedException {
    return queue.poll(PATIENCE_S, TimeUnit.SECONDS);
  }

  /** Numbers what it shows; what replaces something keeps its number. */
  private final class Desktop implements NotificationServer {
    private long shown;

    @Override
    public UInt32 show(
        String app,
        UInt32 replaces,
        String icon,
        String title,
        String text,
        List<String> actions,
        Map<String, Variant<?>> hints,
        int timeout) {
      if (title.equals(REFUSED)) {
        throw new IllegalArgumentException("not now");
      }
      Object urgency = Objects.requireNonNull(hints.get("urgency")).getValue();
      told.add(replaces + " " + title + ": " + text + " " + urgency);
      return replaces.longValue() == 0 ? new UInt32(++shown) : replaces;
    }

    @Override
    public void closeNotification(UInt32 id) {
      told.add("closed " + id);
    }

    @Override
    public String getObjectPath() {
      return PATH;
    }
  }
}
