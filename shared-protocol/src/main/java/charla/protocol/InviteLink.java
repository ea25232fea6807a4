package charla.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody sends a friend: {@code charla://host[:port]/?ca=<64 hex>[&code=<code>]}. It names
 * the server and its authority, so that the friend's app asks nothing, and holds a code where the
 * server wants one. The grammar is strict: such links come from anywhere (web pages, mails), and
 * all that one may do is fill in a form.
 *
 * @param host a name or an address, IPv6 without its brackets
 * @param ca empty for a server with a certificate that everybody trusts
 */
public record InviteLink(String host, int port, Optional<Fingerprint> ca, Optional<String> code) {
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "charla://(?:\\[(?<v6>[0-9a-fA-F:.]{2,45})]|(?<host>[a-zA-Z0-9.-]{1,253}))(?::(?<port>[0-9]{1,5}))?/"
              + "(?:\\?(?:ca=(?<ca>[0-9a-f]{64}))?(?:&?code=(?<code>[A-Za-z0-9-]{4,64}))?)?");

  /** Empty when the text is anything else. */
  public static Optional<InviteLink> parse(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String v6 = matcher.group("v6");
    String typedPort = matcher.group("port");
    int port = typedPort == null ? Limits.DEFAULT_PORT : Integer.parseInt(typedPort);
    if (port < 1 || port > 65_535) {
      return Optional.empty();
    }
    return Optional.of(
        new InviteLink(
            v6 != null ? v6 : matcher.group("host"),
            port,
            Optional.ofNullable(matcher.group("ca")).map(Fingerprint::new),
            Optional.ofNullable(matcher.group("code"))));
  }

  /** The link itself. */
  @Override
  public String toString() {
    StringBuilder link = new StringBuilder("charla://");
    link.append(host.indexOf(':') >= 0 ? "[" + host + "]" : host);
    if (port != Limits.DEFAULT_PORT) {
      link.append(':').append(port);
    }
    link.append('/');
    ca.ifPresent(fingerprint -> link.append("?ca=").append(fingerprint));
    code.ifPresent(c -> link.append(ca.isPresent() ? "&" : "?").append("code=").append(c));
    return link.toString();
  }
}
