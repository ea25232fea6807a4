package charla.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets that are told once and kept only as their SHA-256. */
final class Secrets {
  private static final int TOKEN_BYTES = 32;

  private Secrets() {}

  /** 256 random bits in base64url, without padding: 43 characters. */
  static String token(SecureRandom random) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** SHA-256 as 64 hex digits. A plain hash is enough, since nobody can guess what is random. */
  static String hash(String secret) {
    try {
      byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
