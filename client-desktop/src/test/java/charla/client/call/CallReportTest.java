package charla.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.ui.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallReportTest {
  private final Texts texts = new Texts(Locale.UK);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gggg       | Good the whole time
          ppp        | Poor the whole time
          gggggggp   | Good most of the time, poor 13 %
          ffffffgp   | Fair most of the time, good 13 %, poor 13 %
          ggffp      | By turns good 40 %, fair 40 %, poor 20 %
          """)
  void theQualityIsSaidAsOneWouldSayIt(String grades, String words) {
    assertThat(report(grades, 0).words(texts)).isEqualTo(words);
  }

  @Test
  void howOftenItReconnectedFollowsAndTheWayStandsInTheDetailsOnly() {
    CallReport report = report("gg", 2);

    assertThat(report.words(texts)).isEqualTo("Good the whole time\nReconnected 2 times");
    assertThat(report.details(texts)).endsWith("\nConnection: direct");
  }

  @Test
  void whereNothingWasMeasuredThereIsNothingToSay() {
    assertThat(report("", 0).words(texts)).isEmpty();
  }

  private static CallReport report(String grades, int broken) {
    return new CallReport(60, Quality.Path.DIRECT, broken, grades, false);
  }
}
