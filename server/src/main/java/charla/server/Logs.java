package charla.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server does, on its error output. In code, because reading XML makes the start longer.
 */
final class Logs {
  /** What people choose (names) may hold line breaks and terminal codes: none reaches the log. */
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} -"
          + " %replace(%msg){'[\\p{Cc}\\p{Cf}]', '?'}%n%ex";

  private static final List<String> TALKATIVE =
      List.of("org.eclipse.jetty", "io.javalin", "org.mongodb");

  private Logs() {}

  /** From now on. Who names a logback file of their own keeps it. */
  static void toTerminal() {
    if (System.getProperty("logback.configurationFile") == null
        && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      toTerminal(context);
    }
  }

  /**
   * @return what writes
   */
  static ConsoleAppender<ILoggingEvent> toTerminal(LoggerContext context) {
    context.reset();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(appender);
    TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    return appender;
  }
}
