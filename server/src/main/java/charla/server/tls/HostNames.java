package charla.server.tls;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names and addresses by which this machine can be reached. */
public final class HostNames {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private HostNames() {}

  /** What this machine calls itself; {@code localhost} when it has no name. */
  public static String own() {
    try {
      return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /**
   * The machine's own name, {@code localhost}, every address of every interface that is up, and the
   * given ones; addresses without a zone, in a fixed order.
   */
  public static Set<String> of(Collection<String> more) {
    return of(own(), more);
  }

  static Set<String> of(String own, Collection<String> more) {
    Set<String> names = new TreeSet<>(List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", own));
    more.forEach(name -> names.add(written(name)));
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .forEach(address -> names.add(withoutZone(address)));
    } catch (SocketException e) {
      throw new IllegalStateException("cannot ask this machine for its addresses", e);
    }
    return names;
  }

  static boolean isAddress(String name) {
    return ADDRESS.matcher(name).matches();
  }

  /** As it is read back from a certificate, so that a name that stays makes no new one. */
  private static String written(String name) {
    return isAddress(name)
        ? withoutZone(InetAddress.ofLiteral(name))
        : name.toLowerCase(Locale.ROOT);
  }

  private static String withoutZone(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }
}
