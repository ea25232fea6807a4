package charla.client.call.webrtc;

import charla.client.call.Media;
import charla.protocol.IceServer;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCIceTransportPolicy;

/** How WebRTC is told which way a call may go. */
final class Configurations {
  private Configurations() {}

  static RTCConfiguration of(Media.Setup setup) {
    RTCConfiguration configuration = new RTCConfiguration();
    configuration.iceServers = setup.iceServers().stream().map(Configurations::server).toList();
    configuration.iceTransportPolicy =
        setup.route() == Media.Route.RELAYED
            ? RTCIceTransportPolicy.RELAY
            : RTCIceTransportPolicy.ALL;
    return configuration;
  }

  private static RTCIceServer server(IceServer from) {
    RTCIceServer server = new RTCIceServer();
    server.urls = from.urls();
    server.username = from.username() == null ? "" : from.username();
    server.password = from.credential() == null ? "" : from.credential();
    return server;
  }
}
