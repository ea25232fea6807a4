package charla.client.net;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.stream.Collectors;

/** What this computer's network looks like. */
final class Network {
  private Network() {}

  /** Every address it has to the outside; equal as long as nothing changed. */
  static Set<InetAddress> now() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress())
          .collect(Collectors.toSet());
    } catch (SocketException e) {
      return Set.of();
    }
  }
}
