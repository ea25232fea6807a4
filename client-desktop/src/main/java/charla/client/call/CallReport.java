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
            texts.get("calls.report.path", texts.get("call.path." + lower(path))),
            broken == 0 ? "" : texts.count("calls.report.broken", broken),
            grades.isEmpty()
                ? ""
                : texts.get("calls.report.quality", percent('g'), percent('f'), percent('p')))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private long percent(char grade) {
    return Math.round(100.0 * grades.chars().filter(c -> c == grade).count() / grades.length());
  }

  private static String lower(Quality.Path path) {
    return path.name().toLowerCase(Locale.ROOT);
  }
}
