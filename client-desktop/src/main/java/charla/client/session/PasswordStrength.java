package charla.client.session;

import charla.protocol.Limits;
import charla.protocol.Text;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How hard a password is to guess, as zxcvbn estimates it, and what is to be said about it. The
 * server decides; this only tells early. The first use loads dictionaries and takes some 100 ms.
 */
public final class PasswordStrength {
  /** From 0 (guessed at once) to 4 (out of reach), and the text key of the reason. */
  public record Estimate(int score, String reasonKey) {}

  private final Zxcvbn zxcvbn = new Zxcvbn();

  /**
   * @param own words an attacker would try first: the names of the person
   */
  public Estimate of(String password, List<String> own) {
    if (Text.length(password) < Limits.PASSWORD_MIN_CODE_POINTS) {
      return new Estimate(0, "password.tooShort");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > Limits.PASSWORD_MAX_BYTES) {
      return new Estimate(0, "password.tooLong");
    }
    int score = zxcvbn.measure(password, own).getScore();
    return new Estimate(score, "password.strength." + score);
  }
}
