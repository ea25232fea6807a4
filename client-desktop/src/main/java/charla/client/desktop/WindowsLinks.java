package charla.client.desktop;

import charla.client.ui.OperatingSystem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Windows, for this user alone, which program opens {@code charla:} links. The installed app
 * looks at each start: jpackage's installer has no option for it, and the folder may have moved.
 */
public final class WindowsLinks {
  private static final Logger LOG = LoggerFactory.getLogger(WindowsLinks.class);

  private static final String KEY = "[HKEY_CURRENT_USER\\Software\\Classes\\charla";

  private WindowsLinks() {}

  /** On a thread of its own; does nothing on other systems and in an app that is not installed. */
  public static void register() {
    Optional<String> program = Optional.ofNullable(System.getProperty("jpackage.app-path"));
    if (OperatingSystem.here() == OperatingSystem.WINDOWS && program.isPresent()) {
      Thread.ofVirtual().name("links").start(() -> register(program.get()));
    }
  }

  /**
   * What {@code reg import} reads. What follows {@code --} is a link, whatever stands in it: no
   * page can slip an option into the command.
   */
  static String entries(String program) {
    String command = command(program).replace("\\", "\\\\").replace("\"", "\\\"");
    return String.join(
        "\r\n",
        "Windows Registry Editor Version 5.00",
        "",
        KEY + "]",
        "@=\"URL:Charla\"",
        "\"URL Protocol\"=\"\"",
        "",
        KEY + "\\shell\\open\\command]",
        "@=\"" + command + "\"",
        "");
  }

  /**
   * @param answer of {@code reg query}; letters that Windows writes in another encoding than Java
   *     reads only cause the same entries to be written again
   */
  static boolean opens(String answer, String program) {
    return answer.contains(command(program));
  }

  /** What Windows runs, with the link in place of {@code %1}. */
  private static String command(String program) {
    return "\"" + program + "\" -- \"%1\"";
  }

  /** Through a file, for the quotes in the command would not survive a command line. */
  private static void register(String program) {
    try {
      if (opens(query(), program)) {
        return;
      }
      Path file = Files.createTempFile("charla-links", ".reg");
      try {
        Files.writeString(file, "\uFEFF" + entries(program), StandardCharsets.UTF_16LE);
        importFrom(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.warn("Windows does not know who opens charla: links: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What Windows knows of the command; without an entry only an error, which names no program. */
  private static String query() throws IOException, InterruptedException {
    Process reg =
        new ProcessBuilder(
                "reg", "query", "HKCU\\Software\\Classes\\charla\\shell\\open\\command", "/ve")
            .redirectErrorStream(true)
            .start();
    String answer = new String(reg.getInputStream().readAllBytes(), Charset.defaultCharset());
    reg.waitFor();
    return answer;
  }

  private static void importFrom(Path file) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder("reg", "import", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("reg import ended with " + code);
    }
  }
}
