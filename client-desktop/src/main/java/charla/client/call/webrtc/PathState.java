package charla.client.call.webrtc;

import charla.client.call.Media;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the path to the other device stands: what WebRTC says of it, and sooner than that, that
 * nothing comes. Each change is told once. Media thread only.
 */
final class PathState {
  private static final Logger LOG = LoggerFactory.getLogger(PathState.class);

  private final Flow flow = new Flow();
  private final Media.Listener listener;
  private RTCPeerConnectionState state = RTCPeerConnectionState.NEW;
  private RTCPeerConnectionState told = RTCPeerConnectionState.NEW;

  PathState(Media.Listener listener) {
    this.listener = listener;
  }

  /** WebRTC says so. */
  void changed(RTCPeerConnectionState now) {
    state = now;
    tell(now);
  }

  /** So much came until now. */
  void arrived(Flow.Arrived now) {
    boolean cut = flow.isCut(now, System.nanoTime());
    boolean connected = state == RTCPeerConnectionState.CONNECTED;
    tell(cut && connected ? RTCPeerConnectionState.DISCONNECTED : state);
  }

  boolean isGood() {
    return told == RTCPeerConnectionState.CONNECTED;
  }

  private void tell(RTCPeerConnectionState path) {
    if (path == told) {
      return;
    }
    told = path;
    switch (path) {
      case CONNECTED -> listener.connected();
      case DISCONNECTED -> listener.disconnected();
      case FAILED -> listener.failed();
      default -> LOG.debug("the path is {}", path);
    }
  }
}
