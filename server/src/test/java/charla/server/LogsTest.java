package charla.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogsTest {
  private final LoggerContext context = new LoggerContext();

  @Test
  void i7LineBreaksAndTerminalCodesDoNotReachTheLog() {
    String line = written("name\r\n12:00 ERROR forged \u001b[31m\u202e");

    assertThat(line).contains("name??12:00 ERROR forged ?[31m?");
    assertThat(line.strip()).doesNotContain("\r", "\n", "\u001b", "\u202e");
  }

  @Test
  void librariesOnlyWarn() {
    Logs.toTerminal(context);

    assertThat(context.getLogger("org.eclipse.jetty.server").getEffectiveLevel())
        .isEqualTo(Level.WARN);
    assertThat(context.getLogger("charla.server").getEffectiveLevel()).isEqualTo(Level.INFO);
  }

  private String written(String message) {
    LoggingEvent event =
        new LoggingEvent("", context.getLogger("charla"), Level.INFO, message, null, null);
    return new String(Logs.toTerminal(context).getEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
