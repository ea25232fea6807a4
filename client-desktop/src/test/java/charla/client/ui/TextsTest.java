package charla.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d");

  @Test
  void everyLanguageSaysEverythingWithTheSamePlaces() throws Exception {
    Properties english = load("texts.properties");
    Properties spanish = load("texts_es.properties");

    assertThat(spanish.keySet()).isEqualTo(english.keySet());
    english.forEach((key, text) ->
        assertThat(places(String.valueOf(spanish.get(key))))
            .as(key.toString())
            .isEqualTo(places(text.toString())));
  }

  @Test
  void aLanguageTheAppDoesNotSpeakBecomesEnglish() {
    assertThat(new Texts(Locale.JAPANESE).locale()).isEqualTo(Locale.ENGLISH);
    assertThat(new Texts(Locale.of("es", "AR")).locale().getLanguage()).isEqualTo("es");
  }

  private static Set<String> places(String text) {
    var found = new TreeSet<String>();
    var matcher = PLACE.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Properties load(String name) throws Exception {
    var properties = new Properties();
    try (var in = TextsTest.class.getResourceAsStream(name)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
