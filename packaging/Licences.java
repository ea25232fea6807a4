import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes under which licences a program holds the work of others: {@code Licences TEXTS LIST
 * LIBRARIES TARGET OWN…}. LIST is what Maven's license plugin writes, OWN are Charla's own jars.
 *
 * <p>Each text comes once: the standard ones in TEXTS with those whose works they are for, and what
 * lies in the jars. Fails where a library has no text, and where a jar is not in LIST.
 */
public final class Licences {
  private static final Pattern LISTED =
      Pattern.compile(" +((?:\\([^)]+\\) )+).* \\([^ :]+:([^ :]+):([^ :]+) - .*");
  private static final Pattern HELD = Pattern.compile("([^>;]+?)( > [^;]+)?; ([^;]+); (.+)");
  private static final Pattern TEXT =
      Pattern.compile("(.*/)?[^/]*(LICEN[CS]E|NOTICE)[^/]*(?<!\\.class)", Pattern.CASE_INSENSITIVE);

  /** In a standard text that is not whole without. */
  private static final String HOLDERS = "<holders>";

  private record Library(String name, String version, Set<String> licences) {
    boolean isIn(Path jar) {
      String start = Pattern.quote(name + "-" + version);
      return jar.getFileName().toString().matches(start + "(-.*)?\\.jar");
    }
  }

  /** Standard texts by the name of their licence. */
  private final Map<String, String> standard = new TreeMap<>();

  private final List<Library> libraries = new ArrayList<>();

  /** Names of libraries whose jar has a licence. */
  private final Set<String> bring = new HashSet<>();

  /** Names of libraries whose holders are known. */
  private final Set<String> held = new HashSet<>();

  /** Of each licence, who says so of what. */
  private final Map<String, Set<String>> holders = new TreeMap<>();

  /** Texts, and where they lie. */
  private final Map<String, List<String>> found = new LinkedHashMap<>();

  private final Set<String> without = new TreeSet<>();

  private Licences(Path texts) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(texts, "*.txt")) {
      for (Path file : files) {
        String name = file.getFileName().toString().replace(".txt", "");
        standard.put(name, Files.readString(file));
      }
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path texts = Path.of(arguments[0]);
    Licences all = new Licences(texts);
    Path list = Path.of(arguments[1]);
    List<Path> own = Arrays.stream(arguments).skip(4).map(Path::of).toList();
    own.forEach(all::add);
    Files.readAllLines(list).forEach(all::add);
    for (Path jar : own) {
      all.look(jar);
    }
    try (Stream<Path> jars = Files.list(Path.of(arguments[2]))) {
      for (Path jar : jars.sorted().toList()) {
        all.look(jar);
      }
    }
    Files.readAllLines(texts.resolve("holders")).forEach(all::hold);
    all.libraries.forEach(all::check);
    if (!all.without.isEmpty()) {
      System.err.println("No licence is known of " + String.join(", ", all.without));
      System.exit(1);
    }
    Files.writeString(Path.of(arguments[3]), Files.readString(list) + all.texts());
  }

  private void add(Path own) {
    String[] name = own.getFileName().toString().split("-(?=[0-9])|\\.jar", 3);
    libraries.add(new Library(name[0], name[1], Set.of()));
  }

  private void add(String listed) {
    Matcher line = LISTED.matcher(listed);
    if (line.matches()) {
      Set<String> licences = Set.of(line.group(1).replaceAll("^\\(|\\) $", "").split("\\) \\("));
      libraries.add(new Library(line.group(2), line.group(3), licences));
    }
  }

  private void look(Path jar) throws IOException {
    Optional<Library> library = libraries.stream().filter(known -> known.isIn(jar)).findFirst();
    if (library.isEmpty()) {
      without.add(jar.getFileName().toString());
      return;
    }
    try (ZipFile in = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
        Matcher name = TEXT.matcher(entry.getName());
        if (!entry.isDirectory() && name.matches()) {
          byte[] bytes = in.getInputStream(entry).readAllBytes();
          String text = new String(bytes, StandardCharsets.UTF_8).replace("\r", "").stripTrailing();
          String place = jar.getFileName() + ": " + entry.getName();
          found.computeIfAbsent(text, t -> new ArrayList<>()).add(place);
          if (!name.group(2).equalsIgnoreCase("NOTICE")) {
            bring.add(library.get().name());
          }
        }
      }
    }
  }

  private void hold(String line) {
    Matcher work = HELD.matcher(line);
    if (!work.matches()) {
      return;
    }
    List<String> names = List.of(work.group(1).split(", "));
    if (libraries.stream().map(Library::name).noneMatch(names::contains)) {
      return;
    }
    String part = Optional.ofNullable(work.group(2)).orElse("");
    if (part.isEmpty()) {
      held.addAll(names);
    }
    for (String licence : work.group(3).split(", ")) {
      String of = work.group(4) + " (" + work.group(1) + part + ")";
      holders.computeIfAbsent(licence, l -> new TreeSet<>()).add(of);
      if (!standard.containsKey(licence)) {
        without.add(of);
      }
    }
  }

  private void check(Library library) {
    boolean known =
        bring.contains(library.name())
            || library.licences().stream().allMatch(licence -> isWhole(licence, library));
    if (!known) {
      without.add(library.name());
    }
  }

  private boolean isWhole(String licence, Library library) {
    String text = standard.get(licence);
    return text != null && (!text.contains(HOLDERS) || held.contains(library.name()));
  }

  private String texts() {
    StringBuilder words = new StringBuilder();
    Set<String> used = new TreeSet<>(holders.keySet());
    libraries.forEach(library -> used.addAll(library.licences()));
    for (String licence : used) {
      String text = standard.getOrDefault(licence, HOLDERS);
      String people = String.join("\n", holders.getOrDefault(licence, Set.of()));
      if (!text.contains(HOLDERS)) {
        words.append(head(licence)).append((people + "\n\n" + text).strip());
      } else if (!people.isEmpty()) {
        words.append(head(licence)).append(text.replace(HOLDERS, people).strip());
      }
    }
    found.forEach((text, places) -> words.append(head(String.join("\n     ", places))).append(text));
    return words.append("\n").toString();
  }

  private static String head(String words) {
    return "\n\n==== " + words + "\n\n";
  }
}
