package charla.client.call;

import charla.client.ui.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a call was, kept on this device alone.
 *
 * @param seconds from the answer to the end
 * @param path the last one
 * @param broken how often the path was lost
 * @param grades the quality over time, a letter for each five seconds: g, f or p
 * @param lostHere whether the call was lost while this device had no network
 */
public record CallReport(
    long seconds, Quality.Path path, int broken, String grades, boolean lostHere) {
  private static final int MOST = 50;

  /** What a person noticed, a line each; empty for nothing. */
  public String words(Texts texts) {
    return Stream.of(
            grades.isEmpty() ? "" : quality(texts),
            broken == 0 ? "" : texts.count("calls.report.broken", broken),
            lostHere ? texts.get("calls.report.lostHere") : "")
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** The same, and which way the voices went. */
  public String details(Texts texts) {
    String way = texts.get("calls.report.path", texts.get("call.path." + lower(path)));
    return Stream.of(words(texts), way)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String quality(Texts texts) {
    Optional<Verdict.Grade> most =
        Stream.of(Verdict.Grade.values()).filter(grade -> percent(grade) > MOST).findFirst();
    if (most.isEmpty()) {
      return texts.get("calls.report.mixed", shares(texts, grade -> true));
    }
    String usual = lower(most.get());
    String others = shares(texts, grade -> grade != most.get());
    return others.isEmpty()
        ? texts.get("calls.report.always." + usual)
        : texts.get("calls.report.mostly." + usual, others);
  }

  /** Those there were, the best first. */
  private String shares(Texts texts, Predicate<Verdict.Grade> wanted) {
    return Stream.of(Verdict.Grade.values())
        .filter(grade -> percent(grade) > 0 && wanted.test(grade))
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
