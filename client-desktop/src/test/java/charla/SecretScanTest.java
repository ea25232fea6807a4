package charla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people share, the sources and what is made of them, holds no secret. */
class SecretScanTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private final SecretScan scan = new SecretScan();

  @TempDir private Path folder;

  @Test
  void x3NoSecretLiesInATrackedFile() throws Exception {
    List<Path> tracked = tracked();
    for (Path file : tracked) {
      scan.scan(file);
    }

    assertThat(tracked).contains(ROOT.resolve("pom.xml"));
    assertThat(scan.found()).isEmpty();
  }

  /** The class path has all that the server's jar and the app's jars are put together from. */
  @Test
  void x3NoSecretLiesInTheServerOrTheApp() throws Exception {
    List<Path> parts =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    for (Path part : parts) {
      scan.scan(part);
    }

    assertThat(parts.toString()).contains("client-desktop", "server", "javafx", "bcpkix");
    assertThat(scan.found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void x3APlantedPrivateKeyIsFound(String algorithm) throws Exception {
    byte[] key =
        KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate().getEncoded();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n";

    scan.scan("notes.txt", pem.getBytes(StandardCharsets.US_ASCII));
    scan.scan("quoted.json", pem.replace("\n", "\\n").getBytes(StandardCharsets.US_ASCII));
    scan.scan("bytes", key);

    assertThat(scan.found()).containsExactly("notes.txt", "quoted.json", "bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JKS", "JCEKS", "PKCS12"})
  void x3APlantedKeyStoreIsFound(String type) throws Exception {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, "password".toCharArray());

    scan.scan("innocent.png", bytes.toByteArray());

    assertThat(scan.found()).containsExactly("innocent.png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ca.key", "certs/server.pem", "App.P12"})
  void x3AKeyFileInAJarIsFoundByItsName(String name) throws Exception {
    Path jar = folder.resolve("app.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(name));
      out.closeEntry();
    }

    scan.scan(jar);

    assertThat(scan.found()).containsExactly("app.jar: " + name);
  }

  @Test
  void x3AnAccessTokenIsFound() throws Exception {
    Path file = Files.writeString(folder.resolve("setup.sh"), "KEY=AKIA" + "Q7".repeat(8) + "\n");

    scan.scan(folder);

    assertThat(scan.found()).containsExactly(file.toString());
  }

  @Test
  void aProgramThatReadsKeysIsNoSecret() {
    scan.scan(
        "Pem.java",
        "String begin = \"-----BEGIN PRIVATE KEY-----\";".getBytes(StandardCharsets.US_ASCII));

    assertThat(scan.found()).isEmpty();
  }

  /** Of a copy without git all, but what was built in it. */
  private static List<Path> tracked() throws Exception {
    if (!Files.exists(ROOT.resolve(".git"))) {
      try (Stream<Path> files = Files.walk(ROOT)) {
        return files.filter(Files::isRegularFile).filter(SecretScanTest::isSource).toList();
      }
    }
    Process git =
        new ProcessBuilder("git", "-c", "safe.directory=*", "ls-files", "-z")
            .directory(ROOT.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as("git names the tracked files").isZero();
    return Stream.of(names.split("\0")).map(ROOT::resolve).filter(Files::isRegularFile).toList();
  }

  private static boolean isSource(Path file) {
    String path = ROOT.relativize(file).toString();
    return !path.contains("target" + File.separator) && !path.contains("node_modules");
  }
}
