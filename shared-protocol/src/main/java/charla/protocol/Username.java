package charla.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name a person signs in with and is found by: 2 to 32 of {@code a-z 0-9 . _ -}, beginning with
 * a letter or digit. ASCII only, so that no two names look alike.
 */
public record Username(@JsonValue String value) {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");

  @JsonCreator
  public Username {
    if (value == null || !ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException("not a user name");
    }
  }

  /**
   * What a person typed, as a name: compatibility forms folded (NFKC), lower case, no space around
   * it, so that {@code Bob}, {@code bob} and full-width letters are one name.
   *
   * @throws IllegalArgumentException when other characters remain
   */
  public static Username of(String typed) {
    return new Username(
        Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return value;
  }
}
