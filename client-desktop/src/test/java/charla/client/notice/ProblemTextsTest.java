package charla.client.notice;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.ui.Texts;
import charla.protocol.ErrorCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTextsTest {
  @ParameterizedTest
  @MethodSource("languages")
  void everyRefusalHasWordsInEveryLanguage(Locale language) {
    ProblemTexts texts = new ProblemTexts(new Texts(language));

    assertThat(Arrays.stream(ErrorCode.values()))
        .allSatisfy(code ->
            assertThat(texts.of(new Problem.Refused(code, Optional.empty())))
                .isNotBlank()
                .doesNotContain("{"));
  }

  @Test
  void aWaitIsRoundedUpAndSaid() {
    var problem = new Problem.Refused(ErrorCode.RATE_LIMITED, Optional.of(Duration.ofMillis(1200)));

    assertThat(new ProblemTexts(new Texts(Locale.ENGLISH)).of(problem))
        .isEqualTo("Too many tries. Try again in 2 seconds.");
  }

  static Stream<Locale> languages() {
    return Texts.LANGUAGES.stream();
  }
}
