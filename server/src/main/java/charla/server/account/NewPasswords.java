package charla.server.account;

import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.Text;
import charla.protocol.Username;
import charla.server.refusal.Refusal;
import java.nio.charset.StandardCharsets;

/** Makes the stored form of a new password, if it is long enough, short enough and not obvious. */
final class NewPasswords {
  private final Obviousness obviousness;
  private final HashingQueue queue;
  private final PasswordHasher hasher;

  NewPasswords(Obviousness obviousness, HashingQueue queue, PasswordHasher hasher) {
    this.obviousness = obviousness;
    this.queue = queue;
    this.hasher = hasher;
  }

  /**
   * The rules that cost nothing to check.
   *
   * @throws Refusal with the {@code password_…} code of the first rule that is broken
   */
  void requireShape(String password) {
    if (!Text.isWellFormed(password)) {
      throw new Refusal(ErrorCode.PASSWORD_INVALID, "a password holds NUL or half a character");
    }
    if (Text.length(password) < Limits.PASSWORD_MIN_CODE_POINTS) {
      throw new Refusal(ErrorCode.PASSWORD_TOO_SHORT, "a password is too short");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > Limits.PASSWORD_MAX_BYTES) {
      throw new Refusal(ErrorCode.PASSWORD_TOO_LONG, "a password is too long");
    }
  }

  /**
   * The hash to store, made in turn with all other hashing, as estimating is costly too.
   *
   * @throws Refusal {@code password_too_common}, {@code rate_limited}, or as {@link #requireShape}
   */
  String hash(String password, Username username, String displayName) {
    requireShape(password);
    return queue.inTurn(() -> {
      if (obviousness.isObvious(password, username, displayName)) {
        throw new Refusal(ErrorCode.PASSWORD_TOO_COMMON, "a password is easily guessed");
      }
      return hasher.hash(password);
    });
  }
}
