package charla.client;

import charla.protocol.Limits;
import charla.protocol.Text;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this computer is called in the list of one's devices. */
final class Device {
  private Device() {}

  static String name() {
    String name = System.getProperty("os.name") + " · " + host();
    return Text.isDisplayName(name) && name.length() <= Limits.DEVICE_NAME_CODE_POINTS
        ? name
        : "Charla";
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "?";
    }
  }
}
