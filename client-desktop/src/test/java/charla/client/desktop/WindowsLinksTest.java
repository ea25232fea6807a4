package charla.client.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Windows is told; that it obeys can be seen on Windows only. */
class WindowsLinksTest {
  @Test
  void aLinkIsOneQuotedArgumentBehindTheEndOfTheOptions() {
    String entries = WindowsLinks.entries("C:\\Users\\Ana Ruiz\\Charla\\Charla.exe");

    assertThat(entries.lines())
        .containsExactly(
            "Windows Registry Editor Version 5.00",
            "",
            "[HKEY_CURRENT_USER\\Software\\Classes\\charla]",
            "@=\"URL:Charla\"",
            "\"URL Protocol\"=\"\"",
            "",
            "[HKEY_CURRENT_USER\\Software\\Classes\\charla\\shell\\open\\command]",
            "@=\"\\\"C:\\\\Users\\\\Ana Ruiz\\\\Charla\\\\Charla.exe\\\" -- \\\"%1\\\"\"");
  }

  @Test
  void anAppThatMovedIsNotTheOneThatOpensLinks() {
    String answer =
        """

        HKEY_CURRENT_USER\\Software\\Classes\\charla\\shell\\open\\command
            (Default)    REG_SZ    "C:\\Charla\\Charla.exe" -- "%1"
        """;

    assertThat(WindowsLinks.opens(answer, "C:\\Charla\\Charla.exe")).isTrue();
    assertThat(WindowsLinks.opens(answer, "D:\\Charla\\Charla.exe")).isFalse();
  }
}
