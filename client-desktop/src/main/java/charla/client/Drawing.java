package charla.client;

import charla.client.ui.OperatingSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How JavaFX draws. */
final class Drawing {
  private static final String ORDER = "prism.order";

  /** As Linux names graphics cards: its own drivers' ones, Nvidia's, and that of a Windows host. */
  private static final List<String> CARDS = List.of("dri", "nvidiactl", "dxg");

  private Drawing() {}

  /**
   * Where there is no graphics card JavaFX draws by itself. It would find out by loading OpenGL,
   * which brings a compiler and 50 MB with it. To be called before JavaFX starts.
   */
  static void choose() {
    choose(Path.of("/dev"));
  }

  static void choose(Path devices) {
    if (OperatingSystem.here() == OperatingSystem.LINUX
        && System.getProperty(ORDER) == null
        && CARDS.stream().map(devices::resolve).noneMatch(Files::exists)) {
      System.setProperty(ORDER, "sw");
    }
  }
}
