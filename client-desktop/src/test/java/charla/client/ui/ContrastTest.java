package charla.client.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every text can be read on what it stands on, in light and in dark: 4.5 : 1 as WCAG 2.2 asks, and
 * 3 : 1 for what is pressed.
 */
class ContrastTest {
  private static final double LEAST = 4.5;
  private static final double OF_CONTROLS = 3;
  private static final Pattern TOKEN = Pattern.compile("-charla-([a-z0-9-]+): (#[0-9a-f]{6});");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text            | background surface surface-hover surface-selected bubble
          text            | text-selected accent-subtle danger-subtle warning-subtle
          text-muted      | background surface surface-hover surface-selected bubble
          text-on-accent  | accent
          accent          | background surface surface-hover surface-selected bubble bubble-own
          bubble-own-text | bubble-own
          bubble-own-muted | bubble-own
          on-fill         | danger-fill success-fill
          success         | background surface success-subtle
          danger          | background danger-subtle
          warning         | background warning-subtle
          avatar-text     | avatar-0 avatar-1 avatar-2 avatar-3 avatar-4 avatar-5 avatar-6 avatar-7
          """)
  void textStandsOut(String text, String surfaces) throws IOException {
    hold(text, surfaces, LEAST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          control-border | background
          accent         | background surface
          danger-fill    | background surface
          success-fill   | background surface
          """)
  void whatOnePressesStandsOut(String control, String surfaces) throws IOException {
    hold(control, surfaces, OF_CONTROLS);
  }

  private static void hold(String one, String others, double least) throws IOException {
    for (String sheet : new String[] {"light.css", "dark.css"}) {
      Map<String, Color> tokens = tokens(sheet);
      for (String other : others.split(" ", -1)) {
        assertThat(Contrast.between(token(tokens, one), token(tokens, other)))
            .as("%s on %s in %s", one, other, sheet)
            .isGreaterThanOrEqualTo(least);
      }
    }
  }

  private static Color token(Map<String, Color> tokens, String name) {
    return Objects.requireNonNull(tokens.get(name), name);
  }

  private static Map<String, Color> tokens(String sheet) throws IOException {
    try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(sheet))) {
      return TOKEN
          .matcher(new String(in.readAllBytes(), UTF_8))
          .results()
          .collect(
              Collectors.toMap(token -> token.group(1), (MatchResult t) -> Color.web(t.group(2))));
    }
  }
}
