package charla;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Names the files that hold what only one machine or person may have: private keys, key stores,
 * access tokens. The bare words that begin a key are none: programs that read keys know them.
 */
final class SecretScan {
  private static final Pattern NAME =
      Pattern.compile(".*\\.(pem|key|p8|p12|pfx|jks|jceks|bks|keystore)", Pattern.CASE_INSENSITIVE);

  /**
   * JKS, JCEKS; and in DER: PKCS#12 (version 3), PKCS#8 and PKCS#1 (0), the EC keys of SEC 1 (1).
   */
  private static final Pattern KEY_FILE =
      Pattern.compile(
          "\\xFE\\xED\\xFE\\xED|\\xCE\\xCE\\xCE\\xCE"
              + "|\\x30(?:[\\x00-\\x7F]|\\x81.|\\x82..)\\x02\\x01"
              + "(?:\\x03\\x30|\\x00[\\x02\\x30]|\\x01\\x04)",
          Pattern.DOTALL);

  private static final Pattern SECRET =
      Pattern.compile(
          "-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----(?:[\\s\"+]|\\\\[nr])*"
              + "(?:Proc-Type|[A-Za-z0-9+/]{40})"
              + "|\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"
              + "|\\bgh[opsu]_[A-Za-z0-9]{36}"
              + "|\\bgithub_pat_[A-Za-z0-9_]{50}");

  private final List<String> found = new ArrayList<>();

  /** What was found so far, by name. */
  List<String> found() {
    return List.copyOf(found);
  }

  /** All files below a folder, all entries of a jar, or one file. */
  void scan(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          scan(file.toString(), Files.readAllBytes(file));
        }
      }
    } else if (place.toString().endsWith(".jar")) {
      scanJar(place);
    } else {
      scan(place.toString(), Files.readAllBytes(place));
    }
  }

  void scan(String name, byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (NAME.matcher(name).matches()
        || KEY_FILE.matcher(text).lookingAt()
        || SECRET.matcher(text).find()) {
      found.add(name);
    }
  }

  private void scanJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          scan(jar.getFileName() + ": " + entry.getName(), in.readAllBytes());
        }
      }
    }
  }
}
