package charla.client.call;

import charla.client.ui.Texts;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a call was, kept on this device alone.
 *
 * @param seconds from the answer to the end
 * @param path the last one
 * @param broken how often the path was lost
 * @param grades the quality over time, a letter for each five seconds: g, f or p
 */
public record CallReport(long seconds, Quality.Path path, int broken, String grades) {
  /** In words, a line each. */
  public String words(Texts texts) {
    return Stream.of(
            grades.isEmpty() ? "" : texts.get("calls.report.quality", shares(texts)),
            broken == 0 ? "" : texts.count("calls.report.broken", broken),
            texts.get("calls.report.path", texts.get("call.path." + lower(path))))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Those there were, the best first. */
  private String shares(Texts texts) {
    return Stream.of(Verdict.Grade.values())
        .filter(grade -> percent(grade) > 0)
        .map(grade -> texts.get("calls.report." + lower(grade), percent(grade)))
        .collect(Collectors.joining(", "));
  }

  private long percent(Verdict.Grade grade) {
    char letter = lower(grade).charAt(0);
    return Math.round(100.0 * grades.chars().filter(c -> c == letter).count() / grades.length());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
