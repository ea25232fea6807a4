package charla.protocol;

/**
 * {@code GET /server}, for anybody: by this a client knows that it met a Charla server.
 *
 * @param product always {@code charla}
 * @param registration who may make an account
 * @param empty whether nobody has registered yet: the first one becomes administrator
 */
public record ServerInfo(
    String product,
    String version,
    int apiVersion,
    String name,
    Registration registration,
    boolean empty) {
  public static final String PRODUCT = "charla";

  public ServerInfo {
    Checks.present(product, "product");
    Checks.present(version, "version");
    Checks.present(name, "name");
    Checks.present(registration, "registration");
  }

  /** Who may make an account. */
  public enum Registration {
    /** Anybody who reaches the server. */
    OPEN,
    /** Who has an invite; the first person needs none. */
    INVITE,
    /** Nobody. */
    CLOSED;

    @com.fasterxml.jackson.annotation.JsonValue
    public String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
