package charla.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A code that lets somebody register: 80 random bits as 16 characters in Crockford's base 32, whose
 * alphabet leaves out {@code i l o u}, so that it can be read out and typed.
 */
public record InviteCode(@JsonValue String value) {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 16;
  private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");

  @JsonCreator
  public InviteCode {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an invite code");
    }
  }

  public static InviteCode random(SecureRandom random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new InviteCode(code.toString());
  }

  /**
   * What a person typed, as a code: letter case, spaces and hyphens do not matter, {@code O} is
   * taken for 0, {@code I} and {@code L} for 1.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static InviteCode of(String typed) {
    String bare = SEPARATORS.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
    return new InviteCode(bare.replace('o', '0').replace('i', '1').replace('l', '1'));
  }

  /** In groups of four, for people: {@code 7k2p-x0md-93nb-hv4t}. */
  @Override
  public String toString() {
    return value.replaceAll("(.{4})(?!$)", "$1-");
  }
}
