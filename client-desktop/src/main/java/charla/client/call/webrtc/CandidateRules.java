package charla.client.call.webrtc;

import charla.protocol.IceServer;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the other device's addresses are tried: whoever is called must not be made to send into
 * their own computer or to the services of their network. Only UDP to an unprivileged port of an
 * address that may be somebody else's. A relay may be wherever the server's own relay is.
 *
 * @param relays addresses of the TURN servers that the server named; names are not looked up
 */
record CandidateRules(Set<InetAddress> relays) {
  private static final String IN_SDP = "a=";
  private static final String PREFIX = "candidate:";
  private static final int FIRST_FREE_PORT = 1_024;
  private static final int LAST_PORT = 65_535;

  CandidateRules {
    relays = Set.copyOf(relays);
  }

  static CandidateRules of(List<IceServer> servers) {
    return new CandidateRules(
        servers.stream()
            .flatMap(server -> server.urls().stream())
            .filter(url -> url.startsWith("turn"))
            .flatMap(url -> address(host(url)).stream())
            .collect(Collectors.toSet()));
  }

  /**
   * @param candidate RFC 8839, 5.1: foundation, component, transport, priority, address, port,
   *     {@code typ} and more, by single spaces
   */
  boolean allow(String candidate) {
    String[] parts = candidate.split(" ", -1);
    return candidate.startsWith(PREFIX)
        && parts.length >= 8
        && parts[2].equalsIgnoreCase("udp")
        && isFree(parts[5])
        && address(parts[4]).filter(to -> relays.contains(to) || isElsewhere(to)).isPresent();
  }

  /** The description without the addresses in it that are not allowed. */
  String allowedOnly(String sdp) {
    return sdp.lines()
        .filter(line -> !line.startsWith(IN_SDP + PREFIX) || allow(line.substring(IN_SDP.length())))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static boolean isFree(String port) {
    try {
      int number = Integer.parseInt(port);
      return number >= FIRST_FREE_PORT && number <= LAST_PORT;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isElsewhere(InetAddress to) {
    return !to.isLoopbackAddress()
        && !to.isLinkLocalAddress()
        && !to.isAnyLocalAddress()
        && !to.isMulticastAddress();
  }

  /**
   * Empty for a name, whose owner would learn of the call, and for what WebRTC or the system might
   * read in another way, as {@code 0177.0.0.1}.
   */
  private static Optional<InetAddress> address(String literal) {
    try {
      InetAddress address = InetAddress.ofLiteral(literal);
      boolean plain =
          literal.contains(":")
              ? !literal.contains(".") && !literal.contains("%")
              : literal.equals(address.getHostAddress());
      return Optional.of(address).filter(_ -> plain);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Of {@code turn:HOST:PORT?transport=…}, an IPv6 address without its brackets. */
  private static String host(String url) {
    String rest = url.substring(url.indexOf(':') + 1);
    return rest.startsWith("[")
        ? rest.substring(1, Math.max(1, rest.indexOf(']')))
        : rest.split("[:?]", 2)[0];
  }
}
