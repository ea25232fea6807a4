package charla.client.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Says when something was, as short as it stays clear. */
public final class Times {
  private final Texts texts;
  private final ZoneId zone;
  private final InstantSource clock;
  private final DateTimeFormatter time;
  private final DateTimeFormatter weekday;
  private final DateTimeFormatter longWeekday;
  private final DateTimeFormatter dayMonth;
  private final DateTimeFormatter longDayMonth;
  private final DateTimeFormatter longDate;
  private final DateTimeFormatter full;

  /**
   * @param country whose way of writing hours and dates is followed; the words are the app's
   */
  public Times(Texts texts, Locale country, ZoneId zone, InstantSource clock) {
    this.texts = texts;
    this.zone = zone;
    this.clock = clock;
    Locale locale =
        new Locale.Builder()
            .setLanguage(texts.locale().getLanguage())
            .setRegion(country.getCountry())
            .build();
    time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    weekday = DateTimeFormatter.ofPattern("EEE", locale);
    longWeekday = DateTimeFormatter.ofPattern("EEEE", locale);
    dayMonth = DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
    longDayMonth = DateTimeFormatter.ofLocalizedPattern("MMMMd").withLocale(locale);
    longDate = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    full =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
            .withLocale(locale);
  }

  public ZoneId zone() {
    return zone;
  }

  /** {@code 14:05}. */
  public String time(Instant at) {
    return time.format(at.atZone(zone));
  }

  /** For a list: {@code 14:05}, {@code Mon}, {@code 3 Mar}, {@code 2025}. */
  public String shortest(Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    if (!day.isBefore(today())) {
      return time(at);
    }
    if (day.isAfter(today().minusWeeks(1))) {
      return weekday.format(day);
    }
    return day.getYear() == today().getYear()
        ? dayMonth.format(day)
        : Integer.toString(day.getYear());
  }

  /**
   * For a list in which the hour matters: {@code 14:05}, {@code Mon 14:05}, {@code 3 Mar 14:05}.
   */
  public String shortWithTime(Instant at) {
    String shortest = shortest(at);
    return shortest.equals(time(at)) ? shortest : shortest + " " + time(at);
  }

  /** {@code Today}, {@code Yesterday}, {@code Tuesday}, {@code 3 March}, {@code 3 March 2025}. */
  public String day(LocalDate day) {
    return switch (Math.clamp(ChronoUnit.DAYS.between(day, today()), 0, 7)) {
      case 0 -> texts.get("times.today");
      case 1 -> texts.get("times.yesterday");
      case 7 ->
          day.getYear() == today().getYear() ? longDayMonth.format(day) : longDate.format(day);
      default -> capital(longWeekday.format(day));
    };
  }

  /** Everything: {@code Tuesday, 3 March 2026, 14:05:09}. */
  public String full(Instant at) {
    return capital(full.format(at.atZone(zone)));
  }

  /** How long a talk was: {@code 0:07}, {@code 12:31}, {@code 1:02:03}. */
  public static String length(Duration talk) {
    long seconds = Math.max(0, talk.toSeconds());
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** Spanish writes its days small, but a line begins large. */
  private String capital(String words) {
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(texts.locale()) + words.substring(first);
  }
}
