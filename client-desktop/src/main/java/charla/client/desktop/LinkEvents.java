package charla.client.desktop;

import charla.client.ui.OperatingSystem;
import java.awt.Desktop;
import java.util.function.Consumer;

/**
 * The {@code charla:} links that macOS hands to the running app; other systems start it once more,
 * with the link as its argument.
 */
public final class LinkEvents {
  private LinkEvents() {}

  /**
   * To be called when JavaFX runs, for AWT must find its event loop there. Until then macOS' events
   * are lost, so that the link that starts the app only opens the window (JDK-8198549).
   *
   * @param opened gets each link, on AWT's thread
   */
  public static void listen(Consumer<String> opened) {
    if (OperatingSystem.here() == OperatingSystem.MAC && Desktop.isDesktopSupported()) {
      Desktop desktop = Desktop.getDesktop();
      if (desktop.isSupported(Desktop.Action.APP_OPEN_URI)) {
        desktop.setOpenURIHandler(event -> opened.accept(event.getURI().toString()));
      }
    }
  }
}
