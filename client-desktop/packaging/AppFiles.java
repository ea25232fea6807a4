import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Sorts the jars of the app for one system: {@code AppFiles LIBRARIES TARGET}.
 *
 * <p>TARGET/modules gets JavaFX, TARGET/app the other jars; natives of other systems stay behind.
 * JavaFX, SQLite and JNA would unpack theirs at each start: theirs become files, JavaFX's in
 * TARGET/natives for the Java runtime, the others in TARGET/app.
 */
public final class AppFiles {
  private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a)");
  private static final Pattern UNPACKED = Pattern.compile("(javafx|sqlite-jdbc|jna)-.*");
  private static final Pattern SYSTEM =
      Pattern.compile("darwin|osx|mac|linux-musl|linux|windows|win|bsd|sunos|aix|dragonfly");
  private static final Pattern PROCESSOR =
      Pattern.compile("x86[-_]64|aarch64|x86|arm|ppc|riscv|s390|mips|loongarch|sparc");

  private final String system;
  private final String processor;
  private final Path target;

  private AppFiles(Path target) throws IOException {
    this.target = target;
    system = system(System.getProperty("os.name").toLowerCase(Locale.ROOT));
    processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    for (String folder : List.of("modules", "app", "natives")) {
      Files.createDirectories(target.resolve(folder));
    }
  }

  public static void main(String[] arguments) throws IOException {
    AppFiles files = new AppFiles(Path.of(arguments[1]));
    try (Stream<Path> jars = Files.list(Path.of(arguments[0]))) {
      for (Path jar : jars.sorted().toList()) {
        files.take(jar);
      }
    }
  }

  private void take(Path jar) throws IOException {
    String name = jar.getFileName().toString();
    boolean javafx = name.startsWith("javafx-");
    // JavaFX's jars without a system in their name are empty.
    if (!isHere(name) || javafx && name.matches("javafx-[a-z]+-[0-9.]+\\.jar")) {
      return;
    }
    Path copy = target.resolve(javafx ? "modules" : "app").resolve(name);
    try (ZipFile from = new ZipFile(jar.toFile())) {
      if (from.stream().noneMatch(entry -> NATIVE.matcher(entry.getName()).matches())) {
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
      try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(copy))) {
        // WebRTC copies its library out of the jar at each start, which is quicker from a plain one.
        to.setLevel(Deflater.NO_COMPRESSION);
        Enumeration<? extends ZipEntry> entries = from.entries();
        while (entries.hasMoreElements()) {
          take(name, from, entries.nextElement(), to);
        }
      }
    }
  }

  private void take(String jar, ZipFile from, ZipEntry entry, ZipOutputStream to)
      throws IOException {
    boolean isNative = NATIVE.matcher(entry.getName()).matches();
    if (isNative && !isHere(entry.getName())) {
      return;
    }
    try (InputStream in = from.getInputStream(entry)) {
      if (isNative && UNPACKED.matcher(jar).matches()) {
        Path folder = target.resolve(jar.startsWith("javafx-") ? "natives" : "app");
        Path file = folder.resolve(Path.of(entry.getName()).getFileName());
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
      ZipEntry kept = new ZipEntry(entry.getName());
      kept.setTime(entry.getTime());
      to.putNextEntry(kept);
      in.transferTo(to);
      to.closeEntry();
    }
  }

  /** A name that tells no system, or no processor, is for all of them. */
  private boolean isHere(String name) {
    String path = name.toLowerCase(Locale.ROOT);
    Matcher systemNamed = SYSTEM.matcher(path);
    if (!systemNamed.find()) {
      return true;
    }
    Matcher processorNamed = PROCESSOR.matcher(path);
    return system(systemNamed.group()).equals(system)
        && (!processorNamed.find()
            || processorNamed.group().replace('-', '_').equals(processor));
  }

  private static String system(String name) {
    return switch (name) {
      case "darwin", "osx", "mac", "mac os x" -> "mac";
      case "linux" -> "linux";
      default -> name.equals("win") || name.startsWith("windows") ? "windows" : "other";
    };
  }
}
