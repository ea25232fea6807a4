package charla.client.ui;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every word the app says, in one language. Keys and English stand in {@code texts.properties}, the
 * other languages beside it; a test holds them against each other.
 */
public final class Texts {
  /** The languages the app speaks; the first is spoken where the system's is not among them. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

  private static final String BUNDLE = "charla.client.ui.texts";

  private final Locale locale;
  private final ResourceBundle bundle;

  /**
   * @param wanted taken where the app speaks it (by language, whatever the country), else English
   */
  public Texts(Locale wanted) {
    boolean spoken =
        LANGUAGES.stream().anyMatch(known -> known.getLanguage().equals(wanted.getLanguage()));
    this.locale = spoken ? wanted : LANGUAGES.getFirst();
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            this.locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** For dates and numbers. */
  public Locale locale() {
    return locale;
  }

  /**
   * The text of a key, its {@code {0}} filled in.
   *
   * @throws java.util.MissingResourceException when there is none: a mistake in the app
   */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** The text of {@code key.one} or {@code key.other}, by the count, which is also {@code {0}}. */
  public String count(String key, long count) {
    return get(key + (count == 1 ? ".one" : ".other"), count);
  }
}
