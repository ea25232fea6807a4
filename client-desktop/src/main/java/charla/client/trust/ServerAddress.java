package charla.client.trust;

import charla.protocol.Limits;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server is.
 *
 * @param host a name in ASCII and lower case, or an address; one of IPv6 without its brackets
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {
  private static final Pattern TYPED =
      Pattern.compile(
          "(?:\\[(?<v6>[0-9A-Fa-f:.]+)]|(?<name>[^\\[\\]:/?#@\\s]+))(?::(?<port>\\d{1,5}))?");

  public ServerAddress {
    if (host.isEmpty() || host.length() > 253 || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("not a server's address");
    }
  }

  /** What a person typed: {@code host}, {@code host:port} or {@code [v6]:port}; empty otherwise. */
  public static Optional<ServerAddress> parse(String typed) {
    Matcher matcher = TYPED.matcher(typed.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      String v6 = matcher.group("v6");
      String host = v6 != null ? v6 : IDN.toASCII(matcher.group("name"), IDN.USE_STD3_ASCII_RULES);
      String port = matcher.group("port");
      return Optional.of(
          new ServerAddress(
              host.toLowerCase(Locale.ROOT),
              port == null ? Limits.DEFAULT_PORT : Integer.parseInt(port)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * @param scheme {@code https} or {@code wss}
   * @param pathAndQuery begins with a slash; already escaped
   */
  public URI uri(String scheme, String pathAndQuery) {
    return URI.create(scheme + "://" + bracketed() + ":" + port + pathAndQuery);
  }

  /** As a person would type it: the default port is left out. */
  @Override
  public String toString() {
    return port == Limits.DEFAULT_PORT ? bracketed() : bracketed() + ":" + port;
  }

  private String bracketed() {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }
}
