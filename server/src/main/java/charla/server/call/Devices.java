package charla.server.call;

import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.server.live.Connections;
import java.time.Duration;
import java.util.Collection;

/** Port: the devices that are connected now. Nothing here waits for one. */
public interface Devices {
  boolean isOnline(UserId userId);

  boolean isConnected(SessionId device);

  /** For how long nothing has come from a device that is connected. */
  Duration silence(SessionId device);

  /** To every device of these people. */
  void tell(Collection<UserId> userIds, ServerFrame frame);

  /** To one device, if it is connected. */
  void tell(SessionId device, ServerFrame frame);

  /** Those of the live connections. */
  static Devices of(Connections connections) {
    return new Devices() {
      @Override
      public boolean isOnline(UserId userId) {
        return connections.isOnline(userId);
      }

      @Override
      public boolean isConnected(SessionId device) {
        return connections.isConnected(device);
      }

      @Override
      public Duration silence(SessionId device) {
        return connections.silence(device);
      }

      @Override
      public void tell(Collection<UserId> userIds, ServerFrame frame) {
        connections.deliver(userIds, frame);
      }

      @Override
      public void tell(SessionId device, ServerFrame frame) {
        connections.deliverTo(device, frame);
      }
    };
  }
}
