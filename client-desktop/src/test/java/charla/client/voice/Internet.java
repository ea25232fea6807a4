package charla.client.voice;

import java.io.IOException;
import java.util.List;

/**
 * An internet of this machine's own, of Linux network namespaces: this program and the servers it
 * starts are at {@link #ADDRESS}; Ana and Ben are at home, each behind a router that translates
 * addresses. Ana also has a telephone that takes her into the net of a third router. Both homes use
 * the same private addresses, as homes do.
 *
 * <p>Needs to be root in a network namespace of its own, as {@code ./charla networks} makes it.
 */
final class Internet implements AutoCloseable {
  /** Where everybody reaches this program; an address that coturn takes for a public one. */
  static final String ADDRESS = "100.128.0.1";

  /** How a router chooses the ports that are seen outside. */
  enum Router {
    /** The same port for all whom a device talks with, so that two can find each other. */
    CONE(""),
    /** Another port for each, as in many companies and mobile networks: only a relay helps. */
    SYMMETRIC("--random-fully");

    private final String option;

    Router(String option) {
      this.option = option;
    }
  }

  private static final List<String> PLACES =
      List.of("ana", "ben", "home-of-ana", "home-of-ben", "telephone");

  private Internet() {}

  static Internet of(Router kind) throws IOException, InterruptedException {
    Internet internet = new Internet();
    for (String place : PLACES) {
      run("ip netns add " + place);
      in(place, "ip link set lo up");
    }
    run("ip link set lo up");
    run("ip link add wan type bridge");
    run("ip addr add " + ADDRESS + "/24 dev wan");
    run("ip link set wan up");
    internet.router("home-of-ana", 21, "192.168.1", kind);
    internet.router("home-of-ben", 22, "192.168.1", kind);
    internet.router("telephone", 23, "10.44.0", kind);
    internet.plug("ana", "wifi", "home-of-ana");
    internet.plug("ana", "mobile", "telephone");
    internet.plug("ben", "wifi", "home-of-ben");
    internet.joins("ana", "wifi", "192.168.1");
    internet.joins("ben", "wifi", "192.168.1");
    return internet;
  }

  /** What goes before a command that is to run at this person's place. */
  static List<String> at(String person) {
    return List.of("ip", "netns", "exec", person);
  }

  /** Ana leaves the house: the wireless network is gone, the telephone's is there. */
  void anaLeavesHome() throws IOException, InterruptedException {
    leaves("ana", "wifi");
    joins("ana", "mobile", "10.44.0");
  }

  void anaComesHome() throws IOException, InterruptedException {
    leaves("ana", "mobile");
    joins("ana", "wifi", "192.168.1");
  }

  @Override
  public void close() throws IOException {
    try {
      for (String place : PLACES) {
        run("ip netns del " + place);
      }
      run("ip link del wan");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void router(String place, int number, String net, Router kind)
      throws IOException, InterruptedException {
    run("ip link add to-%d type veth peer name wan netns %s".formatted(number, place));
    run("ip link set to-%d master wan up".formatted(number));
    in(place, "ip addr add 100.128.0.%d/24 dev wan".formatted(number));
    in(place, "ip link set wan up");
    in(place, "ip link add lan type bridge");
    in(place, "ip addr add " + net + ".1/24 dev lan");
    in(place, "ip link set lan up");
    in(place, "sysctl -q -w net.ipv4.ip_forward=1");
    in(place, "iptables -t nat -A POSTROUTING -o wan -j MASQUERADE " + kind.option);
    for (String chain : List.of("INPUT", "FORWARD")) {
      in(place, "iptables -A " + chain + " -i wan -m conntrack --ctstate ESTABLISHED -j ACCEPT");
      in(place, "iptables -A " + chain + " -i wan -j DROP");
    }
  }

  private void plug(String person, String device, String router)
      throws IOException, InterruptedException {
    String port = "to-" + person;
    in(router, "ip link add %s type veth peer name %s netns %s".formatted(port, device, person));
    in(router, "ip link set " + port + " master lan up");
  }

  private void joins(String person, String device, String net)
      throws IOException, InterruptedException {
    in(person, "ip link set " + device + " up");
    in(person, "ip addr add %s.2/24 dev %s".formatted(net, device));
    in(person, "ip route add default via " + net + ".1");
  }

  private void leaves(String person, String device) throws IOException, InterruptedException {
    in(person, "ip addr flush dev " + device);
    in(person, "ip link set " + device + " down");
  }

  private static void in(String place, String command) throws IOException, InterruptedException {
    run("ip netns exec " + place + " " + command);
  }

  private static void run(String command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command.strip().split(" +")).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException(command + " failed");
    }
  }
}
