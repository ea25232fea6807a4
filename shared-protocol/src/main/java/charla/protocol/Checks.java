package charla.protocol;

import org.jspecify.annotations.Nullable;

/** The checks that compact constructors share; each throws {@link IllegalArgumentException}. */
final class Checks {
  private Checks() {}

  static void objectId(@Nullable String value) {
    hex(value, 24);
  }

  static void hex(@Nullable String value, int digits) {
    if (value == null || value.length() != digits || !value.chars().allMatch(Checks::isHexDigit)) {
      throw new IllegalArgumentException("not " + digits + " hex digits in lower case");
    }
  }

  static void positive(long value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is below 1");
    }
  }

  static <T> T present(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static boolean isHexDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
