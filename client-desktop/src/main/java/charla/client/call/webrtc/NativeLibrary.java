package charla.client.call.webrtc;

import charla.client.call.Media.Reason;
import charla.client.ui.OperatingSystem;
import dev.onvoid.webrtc.PeerConnectionFactory;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of webrtc-java that is not Java. */
final class NativeLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

  private NativeLibrary() {}

  /** Loads it, which takes some tenths of a second the first time; empty when it is there. */
  static Optional<Reason> load() {
    if (!isPackaged()) {
      LOG.warn("there is no WebRTC library for this system, so there are no calls");
      return Optional.of(Reason.SYSTEM_NOT_SUPPORTED);
    }
    if (OperatingSystem.here() == OperatingSystem.WINDOWS) {
      deleteCopies(Path.of(System.getProperty("java.io.tmpdir")));
    }
    try {
      Class.forName(PeerConnectionFactory.class.getName());
      return Optional.empty();
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      LOG.warn("the WebRTC library does not load, so there are no calls", e);
      return Optional.of(Reason.LIBRARY_DOES_NOT_LOAD);
    }
  }

  /**
   * webrtc-java loads a copy, some 20 MB, which Windows lets nobody delete as long as it is loaded:
   * so each start deletes those that starts before it left.
   */
  static void deleteCopies(Path folder) {
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, "webrtc-java-*.dll")) {
      for (Path copy : copies) {
        delete(copy);
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.info("old copies of the WebRTC library stay: {}", e.getMessage());
    }
  }

  private static void delete(Path copy) {
    try {
      Files.delete(copy);
    } catch (IOException e) {
      LOG.info("{} is in use", copy);
    }
  }

  private static boolean isPackaged() {
    String file = System.mapLibraryName("webrtc-java-" + system() + "-" + processor());
    return PeerConnectionFactory.class.getClassLoader().getResource(file) != null;
  }

  private static String system() {
    return switch (OperatingSystem.here()) {
      case WINDOWS -> "windows";
      case MAC -> "macos";
      case LINUX -> "linux";
    };
  }

  private static String processor() {
    String name = System.getProperty("os.arch");
    return name.equals("amd64") ? "x86_64" : name;
  }
}
