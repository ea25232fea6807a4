package charla.client.desktop;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import charla.client.trust.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Where the app writes down what it does. In code, because reading XML makes the start longer. */
public final class Logs {
  /** What people choose may hold line breaks and terminal codes: none reaches the log. */
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} -"
          + " %replace(%msg){'[\\p{Cc}\\p{Cf}]', '?'}%n%ex";

  private static final FileSize LARGEST = FileSize.valueOf("2MB");
  private static final int OLD_FILES = 3;

  private Logs() {}

  public static Path file(Path folder) {
    return folder.resolve("charla.log");
  }

  /**
   * From now on all that is logged goes to a file there, warnings also to the terminal. At most
   * four files of 2 MB are kept.
   */
  public static void writeTo(Path folder) throws IOException {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof LoggerContext context) {
      write(context, folder);
    }
  }

  static void write(LoggerContext context, Path folder) throws IOException {
    PrivateFiles.createFolder(folder);
    context.reset();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    context.getLogger("charla").setLevel(Level.INFO);
    root.addAppender(started(context, rolling(context, file(folder))));
    root.addAppender(started(context, terminal()));
  }

  private static RollingFileAppender<ILoggingEvent> rolling(LoggerContext context, Path file) {
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(file.toString());
    FixedWindowRollingPolicy old = new FixedWindowRollingPolicy();
    old.setContext(context);
    old.setParent(appender);
    old.setFileNamePattern(file.resolveSibling("charla.%i.log").toString());
    old.setMaxIndex(OLD_FILES);
    old.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> full = new SizeBasedTriggeringPolicy<>();
    full.setContext(context);
    full.setMaxFileSize(LARGEST);
    // Looked at before each line, not once a minute: a loop of errors fills a disk in less.
    full.setCheckIncrement(Duration.buildByMilliseconds(0));
    full.start();
    appender.setRollingPolicy(old);
    appender.setTriggeringPolicy(full);
    return appender;
  }

  private static ConsoleAppender<ILoggingEvent> terminal() {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setTarget("System.err");
    ThresholdFilter warnings = new ThresholdFilter();
    warnings.setLevel(Level.WARN.toString());
    warnings.start();
    appender.addFilter(warnings);
    return appender;
  }

  private static OutputStreamAppender<ILoggingEvent> started(
      LoggerContext context, OutputStreamAppender<ILoggingEvent> appender) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
