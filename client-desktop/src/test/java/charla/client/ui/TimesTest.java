package charla.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  private static final InstantSource TUESDAY =
      InstantSource.fixed(Instant.parse("2026-03-03T14:30:00Z"));

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T14:05:00Z, 14:05, Today",
    "2026-03-02T23:59:00Z, Mon, Yesterday",
    "2026-02-25T10:00:00Z, Wed, Wednesday",
    "2026-02-24T10:00:00Z, 24 Feb, 24 February",
    "2025-12-31T10:00:00Z, 2025, 31 December 2025",
    "2026-03-03T14:31:00Z, 14:31, Today"
  })
  void momentsAreSaidAsShortAsTheyStayClear(Instant at, String shortest, String day) {
    Times times = times(Locale.ENGLISH, Locale.UK);

    assertThat(times.shortest(at)).isEqualTo(shortest);
    assertThat(times.day(LocalDate.ofInstant(at, ZoneOffset.UTC))).isEqualTo(day);
  }

  @Test
  void wordsAreTheAppsAndTheClockIsTheCountrys() {
    Instant at = Instant.parse("2026-03-03T14:05:00Z");

    assertThat(times(Locale.ENGLISH, Locale.GERMANY).time(at)).isEqualTo("14:05");
    assertThat(times(Locale.ENGLISH, Locale.US).time(at)).contains("2:05");
    assertThat(times(Locale.of("es"), Locale.of("es", "ES")).day(LocalDate.of(2026, 2, 25)))
        .isEqualTo("Miércoles");
  }

  private static Times times(Locale language, Locale country) {
    return new Times(new Texts(language), country, ZoneOffset.UTC, TUESDAY);
  }
}
