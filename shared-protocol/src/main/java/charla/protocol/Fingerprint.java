package charla.protocol;

/**
 * Names a server's certificate authority: the SHA-256 of its certificate in DER.
 *
 * @param value 64 hex digits in lower case
 */
public record Fingerprint(String value) {
  public Fingerprint {
    Checks.hex(value, 64);
  }
}
