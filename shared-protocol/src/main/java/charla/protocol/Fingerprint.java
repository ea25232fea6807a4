package charla.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Names a server's certificate authority: the SHA-256 of its certificate in DER.
 *
 * @param value 64 hex digits in lower case
 */
public record Fingerprint(@JsonValue String value) {
  private static final int WORDS = 6;
  private static final int BITS_PER_WORD = 10;
  private static final int STRETCH = 100_000;
  private static final byte[] SALT = "charla-ca-words-v1".getBytes(StandardCharsets.US_ASCII);

  @JsonCreator
  public Fingerprint {
    Checks.hex(value, 64);
  }

  public static Fingerprint of(X509Certificate authority) {
    try {
      return new Fingerprint(
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(authority.getEncoded())));
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate that cannot be encoded", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Six words that people compare, by eye or by telephone: 60 bits of PBKDF2-HMAC-SHA256 (RFC 8018)
   * over the fingerprint, 100 000 rounds. Somebody who wants another authority with the same six
   * words has to go through some 2^60 of them at 2^17 hashes each. Takes some 50 ms.
   */
  public List<String> words() {
    byte[] bits = stretched();
    List<String> list = Words.LIST;
    List<String> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      words.add(list.get(bitsAt(bits, i * BITS_PER_WORD)));
    }
    return List.copyOf(words);
  }

  /**
   * First and last four bytes, for those who have the whole one beside it: {@code 9F:2C:…:0B:A1}.
   */
  public String shortForm() {
    HexFormat pairs = HexFormat.ofDelimiter(":");
    byte[] bytes = HexFormat.of().parseHex(value);
    return (pairs.formatHex(bytes, 0, 4)
            + ":…:"
            + pairs.formatHex(bytes, bytes.length - 4, bytes.length))
        .toUpperCase(Locale.ROOT);
  }

  /** All bytes, as other programs show them: {@code 9F:2C:A0} and so on. */
  public String longForm() {
    return HexFormat.ofDelimiter(":")
        .formatHex(HexFormat.of().parseHex(value))
        .toUpperCase(Locale.ROOT);
  }

  private byte[] stretched() {
    try {
      PBEKeySpec spec = new PBEKeySpec(value.toCharArray(), SALT, STRETCH, 8 * Byte.SIZE);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2", e);
    }
  }

  /** The ten bits that begin here, the first bit of the first byte being the highest. */
  private static int bitsAt(byte[] bytes, int from) {
    int value = 0;
    for (int bit = from; bit < from + BITS_PER_WORD; bit++) {
      value = (value << 1) | ((bytes[bit / 8] >> (7 - bit % 8)) & 1);
    }
    return value;
  }

  @Override
  public String toString() {
    return value;
  }

  /** 1024 short English words, one a line, none like another. */
  private static final class Words {
    static final List<String> LIST = load();

    private static List<String> load() {
      try (InputStream in =
          Objects.requireNonNull(Fingerprint.class.getResourceAsStream("words.txt"))) {
        return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
      } catch (IOException e) {
        throw new IllegalStateException("words.txt is part of this jar", e);
      }
    }
  }
}
